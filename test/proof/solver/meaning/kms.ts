import { partyConditions } from './caller';
import { inForce } from './circumstances';
import { Condition, Grant } from './grant';
import { Formats, inScopes, nearMisses } from './scope';
import { vendorMeaning } from './vendor';
import { AccessDeclaration, CUSTOMER, Declaration, REGION, Scopes } from '../../world/declaration';
import { and, atom, either, not, or } from '../smt/formula';
import { is, isEitherOf, isOneOf, startsWith } from '../smt/text';

/** What the vendor may do with KMS keys: decrypt to read; make data keys as well to write. */
export function kmsMeaning(declaration: Declaration, keyArn: (key: number) => string): Grant[] {
  const { parties, formats } = vendorMeaning(declaration.vendor);
  const callers = declaration.construct === 'bucketAccess' ? parties.map(partyConditions) : [[]];
  return callers.flatMap((caller) => declaration.access.flatMap((access) => keysOf(access, declaration).map((key): Grant => {
    const bucket = declaration.buckets[access.bucket].name;
    const arn = `arn:aws:s3:::${bucket}`;
    return {
      title: `key ${key} for ${access.mode} of ${bucket}`,
      conditions: [
        { what: 'action', holds: isOneOf('action', access.mode === 'read' ? ['decrypt'] : ['decrypt', 'generatedatakey']), near: isEitherOf('action', NEIGHBOURS) },
        ...isKey(key, declaration, keyArn),
        { what: 'through S3', holds: and(atom('viaPresent'), is('via', `s3.${REGION}.amazonaws.com`)) },
        {
          what: 'encryption context',
          // A Bucket Key is used in the name of the bucket, any other in the name of the object.
          holds: and(atom('contextPresent'), either(is('context', arn), inScopes(access.scopes, 'context', `${arn}/`, formats))),
          near: either(not(atom('contextPresent')), isEitherOf('context', nearContexts(arn, access.scopes, formats))),
        },
        ...inForce(declaration),
        ...caller,
      ],
    };
  })));
}

/** Actions that would be tempting to allow as well. */
const NEIGHBOURS = ['generatedatakey', 'encrypt', 'describekey', 'reencryptfrom'];

/** The bucket's own key, and those named beside it. */
function keysOf({ bucket, keys = [] }: AccessDeclaration, { buckets }: Declaration): number[] {
  const own = buckets[bucket].key;
  return [...new Set([...(own === undefined ? [] : [own]), ...keys])];
}

/**
 * A key given by alias is whichever key of the customer's has that alias now; but whoever hands on the statements for a
 * key's own policy has chosen the key by doing so.
 */
function isKey(key: number, { construct, keys }: Declaration, keyArn: (key: number) => string): Condition[] {
  const { source, id } = keys[key];
  if (source !== 'alias' || construct === 'bucketAccess') {
    return [{ what: 'key', holds: is('resource', keyArn(key)) }];
  }
  return [
    { what: 'key', holds: startsWith('resource', `arn:aws:kms:${REGION}:${CUSTOMER}:key/`) },
    { what: 'alias', holds: or(...[1, 2].map((i) => and(atom(`(>= aliases ${i})`), is(`alias${i}`, `alias/${id}`)))) },
  ];
}

function nearContexts(arn: string, scopes: Scopes, formats: Formats): string[] {
  const parts = scopes === 'wholeBucket' ? [] : scopes;
  return [`${arn}-2`, `${arn}-2/in/1`, ...parts.flatMap((scope) => nearMisses(scope, formats).map((key) => `${arn}/${key}`))];
}
