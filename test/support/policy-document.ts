/** A statement of an IAM document, without any function of CloudFormation left in it. */
export interface PolicyStatementJson {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | { readonly AWS: string | string[] };
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
}

/** A plain IAM document. */
export interface PolicyDocumentJson {
  readonly Version?: string;
  readonly Statement: PolicyStatementJson[];
}

/** A document attached to a role, user or group. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: PolicyDocumentJson;
}

/** One value or several, as a list. */
export function many<T>(value: T | readonly T[] | undefined): readonly T[] {
  return value === undefined ? [] : Array.isArray(value) ? value as readonly T[] : [value as T];
}
