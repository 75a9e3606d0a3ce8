import { many, PolicyDocumentJson, PolicyStatementJson } from '../../support/policy-document';

/** What IAM would refuse in a document, or a reader could only take for a mistake. */
export function malformed(
  name: string, { Version, Statement }: PolicyDocumentJson, { principals, resources }: { principals: boolean; resources: boolean },
): string[] {
  const statements = many(Statement);
  const sids = statements.flatMap(({ Sid }) => Sid ?? []);
  return [
    ...(Version === '2012-10-17' ? [] : [`version ${Version}`]),
    ...(statements.length === 0 ? ['no statement'] : []),
    ...sids.filter((sid, i) => sids.indexOf(sid) < i || !/^[A-Za-z0-9]+$/.test(sid)).map((sid) => `the statement ID ${sid}`),
    ...statements.flatMap((statement, i) => [
      ...emptyParts(statement),
      ...((statement.Principal === undefined) === principals ? ['a principal where none belongs, or none where one does'] : []),
      ...((statement.Resource === undefined) === resources ? ['a resource where none belongs, or none where one does'] : []),
    ].map((complaint) => `statement ${i}: ${complaint}`)),
  ].map((complaint) => `${name}: ${complaint}`);
}

function emptyParts({ Effect, Action, Resource, Principal, Condition }: PolicyStatementJson): string[] {
  const isEmpty = (texts: unknown) => many(texts as string | string[]).length === 0 || many(texts as string | string[]).some((text) => typeof text !== 'string' || text === '');
  const parts: Array<[string, unknown]> = [
    ['Action', Action],
    ...(Resource === undefined ? [] : [['Resource', Resource] as [string, unknown]]),
    ...(Principal === undefined || Principal === '*' ? [] : Object.entries(Principal)),
    ...Object.entries(Condition ?? {}).flatMap(([operator, keys]) => Object.keys(keys).map((key): [string, unknown] => [`${operator} ${key}`, keys[key]])),
  ];
  return [
    ...(['Allow', 'Deny'].includes(Effect) ? [] : [`the effect ${Effect}`]),
    ...parts.filter(([, texts]) => isEmpty(texts)).map(([part]) => `nothing in ${part}`),
    ...Object.entries(Condition ?? {}).filter(([, keys]) => Object.keys(keys).length === 0).map(([operator]) => `nothing in ${operator}`),
  ];
}

/** How IAM counts characters: without white space. */
export function iamSize(documents: readonly PolicyDocumentJson[]): number {
  return documents.reduce((sum, document) => sum + JSON.stringify(document).replace(/\s/g, '').length, 0);
}

/** How S3 and KMS count: bytes. */
export function byteSize(document: PolicyDocumentJson): number {
  return Buffer.byteLength(JSON.stringify(document));
}
