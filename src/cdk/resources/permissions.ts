import { CfnResource, IResolvable, Lazy } from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { WildcardAcknowledgement } from './wildcard-acknowledgement';
import { Statement } from '../../policy/document';
import { Capacity, documentSize, INLINE_POLICY_NAME, pack, Packed, roomsOf, statementToJson, toJson } from '../../policy/write';
import { Rendering, TokenTable } from '../tokens';

/** What permissions are attached to: names of roles or of groups. */
export interface Attachment {
  readonly roles?: string[];
  readonly groups?: string[];
}

/** Takes permissions for the CDK's report to whoever makes a role by hand. */
export type Report = (statement: PolicyStatement) => void;

/** How permissions are laid out. */
interface PermissionsProps {
  readonly tokens: TokenTable;
  readonly capacity: Capacity;
  /** None where the CDK synthesizes no policies. */
  readonly attachTo?: Attachment;
  readonly report?: Report;
  readonly acknowledgeWildcards: boolean;
}

/**
 * The permission policies of one role or group: an inline policy, and managed ones for what does not fit in it.
 *
 * Not in the role itself: a key policy may have to name the role, and a role that named the key would close a circle.
 */
export class Permissions {
  private settled: Packed = { managed: [] };
  private pending?: () => Packed;
  private inline?: OptionalPolicy;
  private readonly managed: OptionalManagedPolicy[] = [];

  private readonly reported = new Set<string>();

  constructor(private readonly scope: Construct, private readonly props: PermissionsProps) {
    const { report } = props;
    if (report) {
      // Further access may come until then, and the report is written only afterwards.
      scope.node.addValidation({ validate: () => this.report(report) });
    }
  }

  /** Distributes permissions over policies. */
  public plan(statements: readonly Statement[]): Packed {
    return pack(statements, this.props.capacity, 'access');
  }

  /** Replaces all permissions. */
  public set(packed: Packed): void {
    this.pending = undefined;
    this.settled = packed;
    const { attachTo } = this.props;
    if (packed.inline && !this.inline && attachTo) {
      this.inline = this.addInline(attachTo);
    }
    this.addPolicies(packed.managed.length);
  }

  /** Replaces all permissions by what is sure to fit into the policies that there are, and is worked out when it is asked for. */
  public setLater(packed: () => Packed): void {
    this.pending = packed;
  }

  /** Makes sure that there are some managed policies; one that is empty stays out of the template. */
  public addPolicies(count: number): void {
    const { attachTo } = this.props;
    while (attachTo && this.managed.length < count) {
      this.managed.push(this.addManaged(this.managed.length, attachTo));
    }
  }

  /** How many managed policies there are, empty ones among them. */
  public get policyCount(): number {
    return this.managed.length;
  }

  /** What the policies hold together with so many managed ones; none where there may not be so many. */
  public roomsIn(policies: number): number[] {
    const { capacity } = this.props;
    return policies > capacity.managedPolicies ? [] : roomsOf({ ...capacity, managedPolicies: policies });
  }

  /** Whether a policy is one of these. */
  public has(policy: CfnResource): boolean {
    return policy === this.inline || this.managed.some((one) => one === policy);
  }

  private get packed(): Packed {
    if (this.pending) {
      this.set(this.pending());
    }
    return this.settled;
  }

  /** Characters in the inline policy. */
  public get inlineSize(): number {
    return this.packed.inline?.length ? documentSize(this.packed.inline) : 0;
  }

  /** Characters in each managed policy. */
  public get managedSizes(): number[] {
    return this.packed.managed.map(documentSize);
  }

  private report(tell: Report): string[] {
    const { inline = [], managed } = this.packed;
    for (const statement of [inline, ...managed].flat().map(statementToJson)) {
      const id = JSON.stringify(statement);
      if (!this.reported.has(id)) {
        tell(PolicyStatement.fromJson(this.props.tokens.decode(statement)));
      }
      this.reported.add(id);
    }
    return [];
  }

  private addInline(attachTo: Attachment): OptionalPolicy {
    const present = () => this.packed.inline ?? [];
    const policy: OptionalPolicy = new OptionalPolicy(this.scope, 'Policy', {
      policyName: INLINE_POLICY_NAME,
      policyDocument: this.document(present, () => policy),
      ...attachTo,
    });
    policy.present = () => present().length > 0;
    return policy;
  }

  private addManaged(index: number, attachTo: Attachment): OptionalManagedPolicy {
    const present = () => this.packed.managed[index] ?? [];
    const policy: OptionalManagedPolicy = new OptionalManagedPolicy(this.scope, `ManagedPolicy${index + 1}`, {
      policyDocument: this.document(present, () => policy),
      ...attachTo,
    });
    policy.present = () => present().length > 0;
    return policy;
  }

  private document(statements: () => readonly Statement[], policy: () => CfnPolicy | CfnManagedPolicy): IResolvable {
    const { tokens, acknowledgeWildcards } = this.props;
    const rendering = new Rendering();
    let acknowledgement: WildcardAcknowledgement | undefined;
    let rendered: { readonly of: readonly Statement[]; readonly json: unknown } | undefined;
    return Lazy.uncachedAny({
      produce: (context) => {
        const present = statements();
        if (acknowledgeWildcards && !context.preparing) {
          acknowledgement ??= new WildcardAcknowledgement(policy(), tokens);
          acknowledgement.update(present);
        }
        // The CDK asks several times, and what is in a policy is another list once it changes.
        if (rendered?.of !== present) {
          rendered = { of: present, json: tokens.decode(toJson(present), (token) => rendering.once(token)) };
        }
        rendering.begin();
        return rendered.json;
      },
    });
  }
}

/** Further access can make a policy empty again: a folder declared later may cover all that was in it. */
class OptionalPolicy extends CfnPolicy {
  public present: () => boolean = () => true;

  protected shouldSynthesize(): boolean {
    return this.present();
  }
}

class OptionalManagedPolicy extends CfnManagedPolicy {
  public present: () => boolean = () => true;

  protected shouldSynthesize(): boolean {
    return this.present();
  }
}
