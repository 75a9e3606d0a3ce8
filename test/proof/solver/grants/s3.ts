import { callerConditions } from './caller';
import { fromAllowedAddress, inForce } from './circumstances';
import { Condition, GrantFormula } from './grant-formula';
import { example, inPattern, nameOf, nearMisses } from './pattern';
import { Declaration } from '../../meaning/declaration';
import { S3Grant } from '../../meaning/grant';
import { s3Grants } from '../../meaning/grants';
import { EVERYTHING } from '../../meaning/pattern';
import { and, atom, either, not, or, TRUE } from '../smt/formula';
import { is, isEitherOf, isOneOf } from '../smt/text';

/** What the vendor may ask of S3. */
export function s3Formulas(declaration: Declaration): GrantFormula[] {
  return s3Grants(declaration).map((grant) => {
    const { actions, bucket, keys, prefixes, caller, tls, owner } = grant;
    return {
      title: `${actions.join(', ')} on ${bucket}, ${nameOf(keys ?? prefixes ?? [])}`,
      conditions: [
        actionIs(grant),
        resourceIs(grant),
        ...demands(grant),
        ...inForce(grant),
        fromAllowedAddress(grant),
        ...callerConditions(caller),
        { what: 'TLS', holds: tls ? and(atom('tlsPresent'), atom('tls')) : TRUE },
        { what: 'owner', holds: owner === undefined ? TRUE : is('owner', owner) },
      ],
    };
  });
}

/** Actions that would be tempting to allow as well. */
const NEIGHBOURS = {
  objects: ['GetObject', 'GetObjectVersion', 'PutObject', 'PutObjectAcl', 'GetObjectAcl', 'DeleteObject', 'DeleteObjectVersion'],
  bucket: ['ListBucket', 'ListBucketVersions', 'ListBucketMultipartUploads', 'GetBucketLocation', 'GetBucketPolicy', 'DeleteBucket'],
} as const;

function actionIs({ actions, keys }: S3Grant): Condition {
  const variable = (names: readonly string[]) => names.map((name) => name.replace('s3:', '').toLowerCase());
  return {
    what: 'action',
    holds: isOneOf('action', variable(actions)),
    near: isEitherOf('action', variable(keys === undefined ? NEIGHBOURS.bucket : NEIGHBOURS.objects)),
  };
}

/** Bucket and key are one text in a request that IAM sees. */
function resourceIs({ bucket, keys }: S3Grant): Condition {
  const arn = `arn:aws:s3:::${bucket}`;
  if (keys === undefined) {
    return { what: 'bucket', holds: is('resource', arn), near: isEitherOf('resource', [`${arn}-2`, arn.slice(0, -1)]) };
  }
  return {
    what: 'key',
    holds: inPattern(keys, 'resource', `${arn}/`),
    near: isEitherOf('resource', keys === EVERYTHING
      ? [`${arn}-2/in/1`, `${arn.slice(0, -1)}/in/1`]
      : [...nearMisses(keys).map((key) => `${arn}/${key}`), `${arn}-2/${example(keys)}`]),
  };
}

/** What only some uses have to carry. */
function demands({ prefixes, acl, encryption }: S3Grant): Condition[] {
  return [
    ...(prefixes === undefined ? [] : [{
      what: 'prefix',
      holds: and(atom('prefixPresent'), inPattern(prefixes, 'prefix')),
      near: either(not(atom('prefixPresent')), isEitherOf('prefix', ['', ...nearMisses(prefixes)])),
    }]),
    ...(acl === undefined ? [] : [{ what: 'ACL', holds: and(atom('aclPresent'), is('acl', acl)) }]),
    ...(encryption === undefined ? [] : [
      // Without the header, S3 encrypts as the bucket says.
      { what: 'encryption', holds: or(not(atom('encryptionPresent')), isOneOf('encryption', encryption)) },
      { what: 'no key of the vendor\'s own', holds: not(atom('customerKeyPresent')) },
    ]),
  ];
}
