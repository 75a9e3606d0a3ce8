import { BUCKET_NAME, IAM_CHARACTERS } from './arns';
import { fail, hasReference, literalParts, literalsAre, skeleton } from '../base';
import { QUOTAS } from './quotas';

const BUCKET = new RegExp(BUCKET_NAME);
const IAM_NAME = new RegExp(`^[${IAM_CHARACTERS}]*$`);

function checkText(value: unknown, field: string): asserts value is string {
  if (typeof value !== 'string') {
    fail('ValueTypeInvalid', field, value, 'give a string');
  }
}

/** Checks the name of an IAM role, user or group. */
export function checkIamName(name: unknown, maxLength: number, field: string): string {
  checkText(name, field);
  const literal = literalParts(name).join('');
  if (!IAM_NAME.test(literal) || literal.length > maxLength || (name === '')) {
    fail('NameInvalid', field, name, `use 1 to ${maxLength} characters of letters, digits and _+=,.@-`);
  }
  return name;
}

/** Checks the name of a secret in Secrets Manager. */
export function checkSecretName(name: unknown, field: string): string {
  checkText(name, field);
  const literal = literalParts(name).join('');
  if (!/^[A-Za-z0-9/_+=.@-]*$/.test(literal) || literal.length > 512 || name === '') {
    fail('NameInvalid', field, name, 'use 1 to 512 characters of letters, digits and /_+=.@-');
  }
  return name;
}

/** Checks an IAM path. */
export function checkPath(path: unknown, field: string): string {
  checkText(path, field);
  const valid = hasReference(path) ? literalsAre(path, /^[\w+=,.@/-]*$/) : /^\/(?:[\w+=,.@-]+\/)*$/.test(path) && path.length <= QUOTAS.path;
  if (!valid) {
    fail('PathInvalid', field, path, `start and end with a slash, such as /vendors/, in at most ${QUOTAS.path} characters`);
  }
  return path;
}

/** Checks the description of a role. */
export function checkDescription(text: unknown, field: string): string {
  checkText(text, field);
  const literal = literalParts(text).join('');
  // eslint-disable-next-line no-control-regex
  if (literal.length > QUOTAS.description || !/^[\u0009\u000a\u000d\u0020-\u007e\u00a1-\u00ff]*$/.test(literal)) {
    fail('DescriptionInvalid', field, text, `use at most ${QUOTAS.description} characters up to U+00FF`);
  }
  return text;
}

/** What a role says of itself. IAM knows no characters beyond U+00FF there; a vendor's name may have some. */
export function describeRole(vendorName: string): string {
  return `Lets ${vendorName.replace(/[^ -~¡-ÿ]/gu, '?')} reach the S3 data declared for it, and nothing else`;
}

/** The ends of names that stand for something else than a general purpose bucket, which S3 reserves. */
const RESERVED_ENDS: Readonly<Record<string, string>> = {
  '-s3alias': 'is the alias of an access point, which no policy knows; give the bucket behind it',
  '--ol-s3': 'is the alias of an Object Lambda access point, which no policy knows; give the bucket behind it',
  '.mrap': 'is the alias of a multi-region access point, which no policy knows; give each bucket behind it',
  '--x-s3': 'is a directory bucket, which has other actions and ARNs; give a general purpose bucket',
  '--table-s3': 'belongs to a table bucket, which has other actions and ARNs; give a general purpose bucket',
};

function checkEnd(name: string, field: string): void {
  const end = Object.keys(RESERVED_ENDS).find((reserved) => name.endsWith(reserved));
  if (end !== undefined) {
    fail('BucketNameInvalid', field, name, `a name that ends in ${end} ${RESERVED_ENDS[end]}`);
  }
}

/**
 * Checks the name of a general purpose bucket.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function checkBucketName(name: unknown, field: string): string {
  checkText(name, field);
  if (/[*?]|\$\{/.test(literalParts(name).join(''))) {
    fail('ArnWildcard', field, name, 'name exactly one bucket');
  }
  checkEnd(name, field);
  if (hasReference(name)) {
    if (!literalsAre(name, /^[a-z0-9.-]*$/)) {
      fail('BucketNameInvalid', field, name, 'use lower-case letters, digits, dots and hyphens around the value');
    }
    return name;
  }
  const valid = BUCKET.test(name)
    && !/^\d+\.\d+\.\d+\.\d+$/.test(name)
    && !/^(xn--|sthree-|amzn-s3-demo-)/.test(name);
  if (!valid) {
    fail('BucketNameInvalid', field, name, 'give the name of a general purpose bucket: 3 to 63 lower-case letters, digits, dots and hyphens');
  }
  return name;
}

/** Checks the ARN of a bucket. */
export function checkBucketArn(arn: string, field: string): string {
  const wholly = hasReference(arn) && skeleton(arn).length === 1;
  if (!wholly) {
    const [prefix, , service, region, account, name, ...more] = arn.split(':');
    if (prefix !== 'arn' || service !== 's3' || region !== '' || account !== '' || name === undefined || more.length > 0) {
      fail('ArnInvalid', field, arn, 'give a bucket whose ARN is arn:aws:s3:::<bucket>');
    }
    checkBucketName(name, field);
  }
  return arn;
}

/** Checks the name of a KMS alias. */
export function checkAlias(name: unknown, field: string): string {
  checkText(name, field);
  if (name.startsWith('alias/aws/')) {
    fail('AliasInvalid', field, name, 'AWS manages this key: leave it out, for a role in the account of the bucket needs no grant on it, and no other account can get one');
  }
  if (hasReference(name) ? !literalsAre(name, /^[A-Za-z0-9/_-]*$/) : !/^alias\/[A-Za-z0-9/_-]{1,250}$/.test(name)) {
    fail('AliasInvalid', field, name, 'give an alias such as alias/orders');
  }
  return name;
}
