import { WHOLE_BUCKET, WHOLE_BUCKET_FOLDER } from '../../../src/policy/grant';
import { checkScopeGiven, refuseWholeBucketFolder } from '../../../src/policy/grant/scopes';

const WORDS = { parts: '--prefix', whole: '--whole-bucket' };

function failing(detail: string) {
  return expect.objectContaining({ code: 'ScopeMissing', field: 'access[0]', detail });
}

test('the words that open a whole bucket are those of the documentation', () => {
  expect([WHOLE_BUCKET, WHOLE_BUCKET_FOLDER]).toEqual(['wholeBucket', '*']);
});

test.each([[true, false], [false, true]])('a place that is said once is taken: parts %s, the whole bucket %s', (parts, wholeBucket) => {
  expect(() => checkScopeGiven({ parts, wholeBucket }, 'access[0]', WORDS)).not.toThrow();
});

test('fails for no place', () => {
  expect(() => checkScopeGiven({ parts: false, wholeBucket: false }, 'access[0]', WORDS))
    .toThrow(failing('received no place in the bucket; say where: --prefix, or --whole-bucket'));
});

test('fails for two places', () => {
  expect(() => checkScopeGiven({ parts: true, wholeBucket: true }, 'access[0]', WORDS))
    .toThrow(failing('received --prefix together with --whole-bucket; it is one or the other, so leave out what is not meant'));
});

test('fails for the folder * where there is a word', () => {
  expect(() => refuseWholeBucketFolder('*', 'access[0]', '--whole-bucket'))
    .toThrow(failing('received "*"; if --whole-bucket is meant, say so; a folder of this name is written */'));
});

test.each(['', '/', '*/', '**', '*a', 'a*', '*/a', 'a/*', '* ', '*//'])('the folder %j is no such word', (path) => {
  expect(() => refuseWholeBucketFolder(path, 'access[0]', '--whole-bucket')).not.toThrow();
});
