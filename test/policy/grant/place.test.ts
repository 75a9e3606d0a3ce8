import { Issue } from '../../../src/policy/base';
import { checkPlace, KeyScope, PlaceRequest, ScopeWords, WHOLE_BUCKET } from '../../../src/policy/grant';
import { EVERY_KEY } from '../../../src/policy/grant/key-scope';
import { folders, patternsOf } from '../locations';
import { outcome } from '../outcome';

const WORDS: ScopeWords = { parts: '--prefix', whole: '--whole-bucket' };
const TYPED: ScopeWords = { ...WORDS, wholeForFolder: '--whole-bucket' };

function check(scopes: readonly KeyScope[] | undefined, more: Partial<PlaceRequest> = {}) {
  const parts = scopes?.map((scope, i) => ({ field: `--prefix[${i}]`, scope }));
  return outcome((issues) => checkPlace({ field: '--bucket', parts, wholeBucket: false, words: WORDS, ...more }, { any: '*' }, issues));
}

test('the whole bucket is every key', () => {
  expect(check(undefined, { wholeBucket: true })).toStrictEqual({ result: { scopes: WHOLE_BUCKET, patterns: [EVERY_KEY] }, issues: [] });
});

test.each<[string, readonly KeyScope[], ScopeWords]>([
  ['a folder', folders('raw'), WORDS],
  ['several parts', [...folders('raw'), { kind: 'object', key: 'manifest.json' }, { kind: 'startingWith', start: 'log-' }], TYPED],
  ['the folder * where nobody types it', folders('*'), WORDS],
  ['the folder *, written out', folders('*/'), TYPED],
  ['the object *', [{ kind: 'object', key: '*' }], TYPED],
  ['all that starts with *', [{ kind: 'startingWith', start: '*' }], TYPED],
])('%s is compiled', (_, scopes, words) => {
  expect(check(scopes, { words })).toStrictEqual({ result: { scopes, patterns: patternsOf(scopes) }, issues: [] });
});

test('a template has the variables of the vendor', () => {
  const scope: KeyScope = { kind: 'template', template: 'in/{any}', values: {} };
  expect(check([scope])).toStrictEqual({ result: { scopes: [scope], patterns: [{ stem: 'in/*/', open: true, listable: true }] }, issues: [] });
});

function segment(field: string, received: string): Issue {
  return { code: 'KeySegmentInvalid', field, received, remedy: 'write the path without empty, "." or ".." segments' };
}

test.each<[string, readonly KeyScope[] | undefined, Partial<PlaceRequest>, Issue[]]>([
  ['no place', undefined, {}, [
    { code: 'ScopeMissing', field: '--bucket', received: 'no place in the bucket', remedy: 'say where: --prefix, or --whole-bucket' },
  ]],
  ['two places', folders('raw'), { wholeBucket: true }, [{
    code: 'ScopeMissing', field: '--bucket', received: '--prefix together with --whole-bucket', remedy: 'it is one or the other, so leave out what is not meant',
  }]],
  ['the folder * where somebody types it', folders('raw', '*'), { words: TYPED }, [{
    code: 'ScopeMissing', field: '--prefix[1]', received: '"*"', remedy: 'if --whole-bucket is meant, say so; a folder of this name is written */',
  }]],
  ['one wrong part among others', folders('raw', 'a//b'), {}, [segment('--prefix[1]', '"a//b"')]],
  ['several wrong parts', folders('a//b', 'raw', './c'), {}, [segment('--prefix[0]', '"a//b"'), segment('--prefix[2]', '"./c"')]],
])('fails for %s, and compiles nothing', (_, scopes, more, found) => {
  expect(check(scopes, more)).toStrictEqual({ result: undefined, issues: found });
});
