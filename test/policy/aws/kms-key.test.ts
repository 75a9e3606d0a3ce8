import { checkKeyArn, viaS3 } from '../../../src/policy/aws';
import { reference } from '../../../src/policy/base';

const VALUE = reference('KeyArn', 100);
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

test.each([KEY, 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1234ABCD', VALUE, `${VALUE}-x`, `arn:aws:kms:eu-west-1:111122223333:key/${VALUE}`])(
  'the ARN of a key may be %j', (arn) => {
    expect(checkKeyArn(arn, 'keyArn')).toBe(arn);
  },
);

test.each<[string, string, readonly unknown[]]>([
  ['ValueTypeInvalid', 'give a string', [undefined, 5, [KEY]]],
  ['ArnWildcard', 'name exactly one key', [
    '*', `${KEY}*`, KEY.replace('1234', '12?4'), KEY.replace('111122223333', '${aws:x}'), `${VALUE}*`, `*${VALUE}`, `$${VALUE}`, 'a$b',
  ]],
  ['ArnInvalid', 'this is the ARN of an alias, which allows nothing on the key; give the ARN of the key itself', [
    KEY.replace(':key/', ':alias/'), 'x:alias/orders',
  ]],
  ['ArnInvalid', 'give the ARN of a key, arn:aws:kms:<region>:<account>:key/<id>', [
    '', 'key', '1234abcd-12ab-34cd-56ef-1234567890ab', KEY.slice(1), `x${KEY}`, `${KEY}/x`, `${KEY} `, `${KEY}\n`, KEY.replace('kms', 's3'),
    KEY.replace('1111', '111'), KEY.replace(/[^/]*$/, ''), KEY.replace('111122223333', 'account'), KEY.replace('eu-west-1', ''),
    KEY.replace('eu-west-1', 'EU'), KEY.replace('arn:aws', 'arn:'), KEY.replace('arn:aws', 'arn:A'), KEY.replace('ab', '_'),
  ]],
])('fails: %s, %s', (code, remedy, values) => {
  for (const value of values) {
    expect(() => checkKeyArn(value, 'buckets[0].keyArn')).toThrow(expect.objectContaining({
      code, field: 'buckets[0].keyArn', detail: expect.stringMatching(/^received /),
    }));
    expect(() => checkKeyArn(value, 'buckets[0].keyArn')).toThrow(remedy);
  }
});

test.each(['eu-west-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1', 'us-iso-east-1', reference('Region', 16)])(
  'S3 of %j uses a key under one name, which does not end as addresses do there', (region) => {
    expect(viaS3(region)).toEqual([`s3.${region}.amazonaws.com`]);
  },
);
