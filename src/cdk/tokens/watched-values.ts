import { IResolvable } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { isOpen } from './open-parameter';
import { identityOfToken, TokenIdentity } from './token-identity';
import { AccessError } from '../../policy/base';

/** What a token stood for when a policy was made of it. */
interface Watched {
  readonly token: IResolvable;
  readonly value: string;
  readonly field: string;
  /** Whether it was taken as it is, since nothing in it is open. */
  readonly narrow: boolean;
}

/** A policy is compiled from what tokens stand for at the time; what they stand for must not change afterwards. */
export class WatchedValues {
  private readonly watched: Watched[] = [];
  private readonly demands: Array<{ readonly field: string; readonly holds: () => boolean }> = [];

  constructor(private readonly scope: IConstruct) {
    scope.node.addValidation({ validate: () => this.changes() });
  }

  /** Watches a token that stands for this now. */
  public watch(token: IResolvable, { value }: TokenIdentity, field: string, narrow: boolean): void {
    this.watched.push({ token, value: JSON.stringify(value), field, narrow });
  }

  /** What a value was taken for has to hold until the end. */
  public demand(field: string, holds: () => boolean): void {
    this.demands.push({ field, holds });
  }

  private changes(): string[] {
    // A token is often used in many places; what it stands for now is the same for all of them.
    const now = new Map<IResolvable, { value: string; open: boolean }>();
    for (const { token } of this.watched) {
      if (!now.has(token)) {
        const identity = identityOfToken(token, this.scope);
        now.set(token, { value: JSON.stringify(identity.value), open: isOpen(identity) });
      }
    }
    // A bucket name that was taken as it is has to keep the constraints that allowed it.
    const changed = this.watched.filter(({ token, value, narrow }) => now.get(token)!.value !== value || (narrow && now.get(token)!.open));
    const broken = this.demands.filter(({ holds }) => !holds());
    return [...new Set([...changed, ...broken].map(({ field }) => field))].map((field) =>
      new AccessError([{ code: 'ValueChanged', field, received: 'a value that is another now, or has lost its constraints', remedy: 'settle it before it is used here' }]).message);
  }
}
