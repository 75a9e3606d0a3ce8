import { hasReference, idOf, isRecord, literalParts, mapLiterals, replaceReferences } from '../../policy/base';

/** A function of CloudFormation, such as `{ Ref: … }`. */
export type Intrinsic = Readonly<Record<string, unknown>>;

/** Functions that stand for references, by the ID of the reference; a reference without one is the parameter of that name. */
export type Functions = Readonly<Record<string, Intrinsic>>;

/** IDs of references hold no colons. */
const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  Partition: 'AWS::Partition',
  AccountId: 'AWS::AccountId',
};

/** Puts functions of CloudFormation in the place of the references in what the core compiled. */
export function renderIntrinsics(value: unknown, functions: Functions = {}): unknown {
  if (typeof value === 'string') {
    return hasReference(value) ? renderText(value, functions) : value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => renderIntrinsics(item, functions));
  }
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renderIntrinsics(item, functions)])) : value;
}

function renderText(text: string, functions: Functions): Intrinsic {
  const used = new Set<string>();
  const sub = replaceReferences(mapLiterals(text, (literal) => literal.replaceAll('${', '${!')), (reference) => {
    const id = idOf(reference);
    used.add(id);
    return `\${${PSEUDO_PARAMETERS[id] ?? id}}`;
  });
  const [first] = used;
  if (used.size === 1 && literalParts(text).join('') === '' && literalParts(text).length === 2) {
    return functions[first] ?? { Ref: PSEUDO_PARAMETERS[first] ?? first };
  }
  const variables = [...used].filter((id) => Object.hasOwn(functions, id)).map((id) => [id, functions[id]]);
  return { 'Fn::Sub': variables.length === 0 ? sub : [sub, Object.fromEntries(variables)] };
}
