import { many, PolicyDocumentJson, PolicyStatementJson } from '../../support/policy-document';

/** What a bug makes of a statement; nothing, if the statement gets lost. */
export type Change = (statement: PolicyStatementJson) => PolicyStatementJson | undefined;

/** The same for all statements of a document. */
export function inDocument(change: Change): (document: PolicyDocumentJson) => PolicyDocumentJson {
  return (document) => ({ ...document, Statement: document.Statement.flatMap((statement) => change(statement) ?? []) });
}

/** One text in place of another, wherever it stands. */
export function replace(from: string, to: string): Change {
  const inside = (text: string) => JSON.stringify(text).slice(1, -1);
  return (statement) => JSON.parse(JSON.stringify(statement).replaceAll(inside(from), inside(to)));
}

/** Without the conditions on a context key. */
export function dropCondition(key: string): Change {
  return conditions((name, wanted) => (name === key ? undefined : wanted));
}

/** Without an end, in whichever of the two ways it is said: as a condition of what is allowed, or as a refusal from then on. */
export const forgetEnd: Change = (statement) => (outlive(statement) && dropCondition('aws:CurrentTime')(statement));

/** Without the refusal from the end on, so that what others have granted goes on. */
export const outlive: Change = (statement) => (statement.Condition?.DateGreaterThanEquals === undefined ? statement : undefined);

/** One operator in place of another. */
export function operator(from: string, to: string): Change {
  return (statement) => ({
    ...statement, Condition: Object.fromEntries(Object.entries(statement.Condition ?? {}).map(([name, keys]) => [name === from ? to : name, keys])),
  });
}

/** With one condition more. */
export function addCondition(name: string, key: string, value: string): Change {
  return (statement) => ({ ...statement, Condition: { ...statement.Condition, [name]: { ...statement.Condition?.[name], [key]: value } } });
}

/** With other values for a context key. */
export function values(key: string, change: (values: readonly string[]) => string[]): Change {
  return conditions((name, wanted) => (name === key ? change(many(wanted)) : wanted));
}

/** With other values for the context keys; a key without any is lost. */
function conditions(change: (key: string, values: string | string[]) => string | string[] | undefined): Change {
  return ({ Condition, ...statement }) => {
    const left = Object.entries(Condition ?? {})
      .map(([name, keys]) => [name, Object.fromEntries(Object.entries(keys).flatMap(([key, wanted]) => {
        const changed = change(key, wanted);
        return changed === undefined ? [] : [[key, changed]];
      }))] as const)
      .filter(([, keys]) => Object.keys(keys).length > 0);
    return left.length === 0 ? statement : { ...statement, Condition: Object.fromEntries(left) };
  };
}

/** With other actions; a statement without any is lost. */
export function actions(change: (actions: readonly string[]) => string[]): Change {
  return (statement) => {
    const left = change(many(statement.Action));
    return left.length === 0 ? undefined : { ...statement, Action: left };
  };
}

/** With other resources; a statement without any is lost. */
export function resources(change: (resources: readonly string[]) => string[]): Change {
  return (statement) => {
    if (statement.Resource === undefined) {
      return statement;
    }
    const left = change(many(statement.Resource));
    return left.length === 0 ? undefined : { ...statement, Resource: left };
  };
}

/** With the other effect. */
export const turn: Change = (statement) => ({ ...statement, Effect: statement.Effect === 'Allow' ? 'Deny' : 'Allow' });

/** Several changes, one after the other. */
export function all(...changes: readonly Change[]): Change {
  return (statement) => changes.reduce<PolicyStatementJson | undefined>((changed, change) => changed && change(changed), statement);
}

/** With another principal. */
export function principal(name: string): Change {
  return (statement) => ({ ...statement, Principal: { AWS: name } });
}

/** Only where a statement allows an action. */
export function where(action: string, change: Change): Change {
  return (statement) => (many(statement.Action).includes(action) ? change(statement) : statement);
}
