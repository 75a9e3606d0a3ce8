import { Declarations } from '../bind';
import { Permissions } from './permissions';
import { Step } from './resource-policies';
import { CompileContext, compileIdentity, DENY_ALL, Location, SizeBound } from '../../policy/grant';

/** How many times as much may come before all is compiled again to know the number of policies. */
const COMPILE_AFTER = 8;

/**
 * Keeps permissions up to date with what is declared, call by call.
 *
 * Compiling everything at each call would make many calls far dearer than one. So it is left for later as long as all is sure to fit into
 * the policies that there are. Those themselves are made in the call that may need them, so that whoever looks for them finds them.
 */
export class GrowingPermissions {
  /** None where all has to be compiled to know what fits. */
  private bound?: () => SizeBound;
  /** How many locations there were when all was compiled last, and how many have come since. */
  private compiled = 0;
  private since = 0;

  constructor(
    private readonly permissions: Permissions,
    private readonly context: CompileContext,
    private readonly suspended: boolean,
    private readonly declarations: Declarations,
  ) {
  }

  /** What has to be done for further access; fails before any of it is done. */
  public plan(added: readonly Location[]): Step {
    return this.suspended ? this.deny() : this.grow(added) ?? this.compile([...this.locations(), ...added]);
  }

  private deny(): Step {
    const packed = this.permissions.plan([DENY_ALL]);
    return () => this.permissions.set(packed);
  }

  private compile(locations: readonly Location[]): Step {
    const statements = compileIdentity(locations, this.context);
    const packed = this.permissions.plan(statements);
    return () => {
      this.permissions.set(packed);
      this.compiled = locations.length;
      this.since = 0;
      // Most roles are declared at once, and need none.
      let bound: SizeBound | undefined;
      this.bound = () => (bound ??= new SizeBound(locations, statements, this.context));
    };
  }

  /** Makes room for further access, if that is possible without compiling all. */
  private grow(added: readonly Location[]): Step | undefined {
    const { bound, permissions } = this;
    // It counts what is refused in the end as well; then it must not be used again.
    this.bound = undefined;
    if (!bound?.().add(added)) {
      return undefined;
    }
    const fits = (policies: number) => bound().fits(permissions.roomsIn(policies));
    // The bound is a little high; so all is compiled from time to time, after many times as much.
    const policies = [permissions.policyCount, ...this.since < COMPILE_AFTER * this.compiled ? [permissions.policyCount + 1] : []].find(fits);
    return policies === undefined ? undefined : () => {
      this.bound = bound;
      this.since += added.length;
      permissions.addPolicies(policies);
      permissions.setLater(() => permissions.plan(compileIdentity(this.locations(), this.context)));
    };
  }

  private locations(): Location[] {
    return this.declarations.all.map(({ location }) => location);
  }
}
