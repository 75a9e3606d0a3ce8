import {
  checkAlias, checkBucketArn, checkBucketName, checkDescription, checkIamName, checkPath, checkSecretName, describeRole,
} from '../../../src/policy/aws';
import { reference } from '../../../src/policy/base';

const VALUE = reference('Value', 63);

/** A check, what passes it, and what fails it with which code. */
interface Rule {
  readonly check: (value: any, field: string) => string;
  readonly good: readonly string[];
  readonly bad: Readonly<Record<string, readonly unknown[]>>;
}

const RULES: Readonly<Record<string, Rule>> = {
  'IAM name': {
    check: (value, field) => checkIamName(value, 64, field),
    good: ['a', 'n'.repeat(64), 'Aa0_+=,.@-', VALUE, `vendor-${VALUE}`],
    bad: { NameInvalid: ['', 'n'.repeat(65), 'a b', 'a/b', 'a*', 'é', 'a\n', `${VALUE}*`], ValueTypeInvalid: [undefined, 5, {}] },
  },
  'secret name': {
    check: checkSecretName,
    good: ['a', 'vendors/acme', 's'.repeat(512), 'Aa0/_+=.@-', VALUE],
    bad: { NameInvalid: ['', 's'.repeat(513), 'a b', 'a*', 'a,b', 'a\n'], ValueTypeInvalid: [null, ['a']] },
  },
  'IAM path': {
    check: checkPath,
    good: [`/vendors/${VALUE}/`, '/', '/vendors/', '/a/b/c/', `/${'p'.repeat(510)}/`, VALUE, `/${VALUE}/`],
    bad: { PathInvalid: [`/a b/${VALUE}/`, `/${VALUE}/*`, `*${VALUE}/`, '', 'vendors', '/vendors', 'vendors/', '//', '/a//b/', '/a b/', '/*/', `/${'p'.repeat(511)}/`, '/a/\n'], ValueTypeInvalid: [5] },
  },
  'description': {
    check: checkDescription,
    good: ['', 'Reads orders.', 'für Müller & Söhne\n\tab heute', 'd'.repeat(1000), VALUE, `${VALUE}${'d'.repeat(1000)}`],
    bad: { DescriptionInvalid: ['d'.repeat(1001), '“Acme”', 'a\u0000', 'a\u007f', 'a\u00a0b', `${VALUE}日`], ValueTypeInvalid: [5, null] },
  },
  'bucket name': {
    check: checkBucketName,
    good: ['v10.0.0.1', '10.0.0.1v', 'my-xn--abc', 'abc-s3alias-b', 'abc', 'b'.repeat(63), 'my.bucket-1', '1a2', '1.2.3', 'xn-orders', VALUE, `orders-${VALUE}`],
    bad: {
      BucketNameInvalid: [
        '', 'ab', 'b'.repeat(64), 'Abc', 'a_b', 'a..b', '-abc', 'abc-', '.abc', 'abc.', '10.0.0.1', '10.20.30.40', '1.22.333.4444', `${VALUE}_a`, `A${VALUE}`, 'xn--abc', 'sthree-abc', 'amzn-s3-demo-abc',
        'abc-s3alias', 'abc--ol-s3', 'abc.mrap', 'abc--x-s3', 'abc--table-s3', 'abc\n', 'a b', 'a/b',
      ],
      ArnWildcard: ['*', 'a*c', 'ab?', 'a${x}', `${VALUE}*`, `a$${VALUE}{b`],
      ValueTypeInvalid: [undefined, 5],
    },
  },
  'bucket ARN': {
    check: checkBucketArn,
    good: ['arn:aws:s3:::orders', 'arn:aws-cn:s3:::orders', VALUE, `arn:${VALUE}:s3:::orders`, `arn:aws:s3:::${VALUE}`, `arn:aws:s3:::orders-${VALUE}`],
    bad: {
      ArnInvalid: [
        '', 'orders', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/x', 'arn:aws:sqs:::orders', 'arn:aws:s3:::a:b', 'arn:aws:s3::111122223333:orders', 'arn:aws:s3:eu-west-1::orders', 'arn:aws:s3::',
        'x:aws:s3:::orders', 'arn:aws:s3', `${VALUE}/x`,
      ],
      ArnWildcard: ['arn:aws:s3:::*', 'arn:aws:s3:::or?ers', `arn:aws:s3:::${VALUE}*`],
      BucketNameInvalid: ['arn:aws:s3:::Orders', 'arn:aws:s3:::orders/x', 'arn:aws:s3:::'],
    },
  },
  'KMS alias': {
    check: checkAlias,
    good: ['alias/a', 'alias/a/b_c-D', `alias/${'a'.repeat(250)}`, 'alias/awsome', VALUE, `alias/${VALUE}`],
    bad: { AliasInvalid: ['', 'a', 'alias/', 'my alias/orders', 'x/alias/orders', `alias/${VALUE}*`, `*${VALUE}`, 'alias/aws/s3', 'alias/aws/', 'alias/*', 'alias/a b', `alias/${'a'.repeat(251)}`, 'alias/a\n'], ValueTypeInvalid: [undefined, 5] },
  },
};

describe.each(Object.entries(RULES))('%s', (_, { check, good, bad }) => {
  test.each(good)('%j is accepted', (value) => {
    expect(check(value, 'field')).toBe(value);
  });

  test.each(Object.entries(bad).flatMap(([code, values]) => values.map((value) => [value, code] as const)))('fails for %j with %s', (value, code) => {
    expect(() => check(value, 'field')).toThrow(expect.objectContaining({ code, field: 'field' }));
  });
});

test.each([
  ['Acme', 'Acme'],
  ['Café ~ Söhne', 'Café ~ Söhne'],
  ['日本 \u{1f600}', '?? ?'],
  ['a\u00a0b\u007fc', 'a?b?c'],
])('a role says whom it is for: %j', (name, shown) => {
  expect(describeRole(name)).toBe(`Lets ${shown} reach the S3 data declared for it, and nothing else`);
});

test.each([
  ['data-abc-s3alias', 'a name that ends in -s3alias is the alias of an access point, which no policy knows; give the bucket behind it'],
  ['data--ol-s3', 'a name that ends in --ol-s3 is the alias of an Object Lambda access point, which no policy knows; give the bucket behind it'],
  ['data.mrap', 'a name that ends in .mrap is the alias of a multi-region access point, which no policy knows; give each bucket behind it'],
  ['data--x-s3', 'a name that ends in --x-s3 is a directory bucket, which has other actions and ARNs; give a general purpose bucket'],
  ['data--table-s3', 'a name that ends in --table-s3 belongs to a table bucket, which has other actions and ARNs; give a general purpose bucket'],
])('%s is no bucket, and why is said', (name, remedy) => {
  expect(() => checkBucketName(name, 'bucket')).toThrow(expect.objectContaining({ code: 'BucketNameInvalid', message: expect.stringContaining(remedy) }));
});
