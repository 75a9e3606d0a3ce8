import { IResolvable, Lazy } from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { WildcardAcknowledgement } from './wildcard-acknowledgement';
import { Statement } from '../../policy/document';
import { Capacity, documentSize, INLINE_POLICY_NAME, pack, Packed, toJson } from '../../policy/write';
import { TokenTable } from '../tokens';

/** What permissions are attached to: names of roles or of groups. */
export interface Attachment {
  readonly roles?: string[];
  readonly groups?: string[];
}

/** How permissions are laid out. */
export interface PermissionsProps {
  readonly tokens: TokenTable;
  readonly capacity: Capacity;
  readonly attachTo: Attachment;
  readonly acknowledgeWildcards: boolean;
}

/**
 * The permission policies of one role or group: an inline policy, and managed ones for what does not fit in it.
 *
 * Not in the role itself: a key policy may have to name the role, and a role that named the key would close a circle.
 */
export class Permissions {
  private packed: Packed = { managed: [] };
  private inline?: OptionalPolicy;
  private readonly managed: OptionalManagedPolicy[] = [];

  constructor(private readonly scope: Construct, private readonly props: PermissionsProps) {
  }

  /** Distributes permissions over policies. */
  public plan(statements: readonly Statement[]): Packed {
    return pack(statements, this.props.capacity, 'access');
  }

  /** Replaces all permissions. */
  public set(packed: Packed): void {
    this.packed = packed;
    if (this.packed.inline && !this.inline) {
      this.inline = this.addInline();
    }
    while (this.managed.length < this.packed.managed.length) {
      this.managed.push(this.addManaged(this.managed.length));
    }
  }

  /** Characters in the inline policy. */
  public get inlineSize(): number {
    return this.packed.inline?.length ? documentSize(this.packed.inline) : 0;
  }

  /** Characters in each managed policy. */
  public get managedSizes(): number[] {
    return this.packed.managed.map(documentSize);
  }

  private addInline(): OptionalPolicy {
    const present = () => this.packed.inline ?? [];
    const policy: OptionalPolicy = new OptionalPolicy(this.scope, 'Policy', {
      policyName: INLINE_POLICY_NAME,
      policyDocument: this.document(present, () => policy),
      ...this.props.attachTo,
    });
    policy.present = () => present().length > 0;
    return policy;
  }

  private addManaged(index: number): OptionalManagedPolicy {
    const present = () => this.packed.managed[index] ?? [];
    const policy: OptionalManagedPolicy = new OptionalManagedPolicy(this.scope, `ManagedPolicy${index + 1}`, {
      policyDocument: this.document(present, () => policy),
      ...this.props.attachTo,
    });
    policy.present = () => present().length > 0;
    return policy;
  }

  private document(statements: () => readonly Statement[], policy: () => CfnPolicy | CfnManagedPolicy): IResolvable {
    let acknowledgement: WildcardAcknowledgement | undefined;
    return Lazy.uncachedAny({
      produce: (context) => {
        const document = this.props.tokens.decode(toJson(statements()));
        if (this.props.acknowledgeWildcards && !context.preparing) {
          acknowledgement ??= new WildcardAcknowledgement(policy());
          acknowledgement.update(document);
        }
        return document;
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
