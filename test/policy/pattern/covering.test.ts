import * as fc from 'fast-check';
import { byCodeUnit, reference } from '../../../src/policy/base';
import { compileScope } from '../../../src/policy/grant';
import { collapse, escapeLiteral, invert, joinSources, KeyPattern, renderPattern } from '../../../src/policy/pattern';
import { keyNear, pattern } from '../arbitraries';
import { covered } from '../naive-matcher';

const open = (stem: string): KeyPattern => ({ stem, open: true, listable: true });
const closed = (stem: string): KeyPattern => ({ stem, open: false, listable: false });

function collapsed(...patterns: KeyPattern[]): string[] {
  return collapse(patterns).map(renderPattern);
}

describe('collapse', () => {
  test.each([
    ['nothing', [], []],
    ['duplicates', [open('a/'), open('a/')], ['a/*']],
    ['a folder in a folder', [open('a/b/'), open('a/'), open('a/b/c/')], ['a/*']],
    ['an object in a folder', [closed('a/b'), open('a/')], ['a/*']],
    ['an equal stem, open and closed', [closed('a'), open('a')], ['a*']],
    ['an equal stem, twice closed', [closed('a'), closed('a')], ['a']],
    ['everything beside parts', [open('a/'), open(''), closed('b')], ['*']],
    ['a folder under a start of keys', [open('data_2025/'), open('data_')], ['data_*']],
    ['a literal wildcard under an open start', [open('a${*}/'), open('a')], ['a*']],
    ['the same template twice', [open('*/x/'), open('*/x/')], ['*/x/*']],
    ['a folder that is a reference', [open(`${reference('R', 9)}/b/`), open(`${reference('R', 9)}/`)], [`${reference('R', 9)}/*`]],
  ])('drops what is covered: %s', (_, patterns, kept) => {
    expect(collapsed(...patterns)).toEqual(kept);
    expect(collapsed(...[...patterns].reverse())).toEqual(kept);
  });

  test.each([
    ['folders that only start alike', [open('a/'), open('ab/')], ['a/*', 'ab/*']],
    ['an object that is the start of a folder', [closed('a'), open('a/')], ['a', 'a/*']],
    ['an object that is the start of another', [closed('a'), closed('ab')], ['a', 'ab']],
    ['a key with a dollar, and one with a wildcard', [open(escapeLiteral('a$')), open(escapeLiteral('a*'))], ['a${$}*', 'a${*}*']],
    ['a template and a folder that it happens to match', [open('*/x/'), open('a/x/')], ['*/x/*', 'a/x/*']],
    ['references whose names start alike', [open(`${reference('R', 9)}/`), open(`${reference('R1', 9)}/`)], [`${reference('R', 9)}/*`, `${reference('R1', 9)}/*`]],
    ['upper and lower case', [open('a/'), open('A/')], ['A/*', 'a/*']],
  ])('keeps what is not covered, sorted: %s', (_, patterns, kept) => {
    expect(collapsed(...patterns)).toEqual(kept);
    expect(collapsed(...[...patterns].reverse())).toEqual(kept);
  });

  test('a$ as a start of keys does not cover the key a*', () => {
    const dollar = compileScope({ kind: 'startingWith', start: 'a$' }, {}, '');
    const star = compileScope({ kind: 'object', key: 'a*' }, {}, '');
    expect(collapse([dollar, star])).toHaveLength(2);
    expect(covered(collapse([dollar, star]), 'a*')).toBe(true);
    expect(covered([dollar], 'a*')).toBe(false);
  });

  test('never loses or adds a key', () => {
    fc.assert(fc.property(fc.array(pattern, { maxLength: 12 }).chain((patterns) => fc.record({
      patterns: fc.constant(patterns),
      keys: fc.tuple(...patterns.map(keyNear)),
    })), ({ patterns, keys }) => {
      const kept = collapse(patterns);
      keys.forEach((key) => expect(covered(kept, key)).toBe(covered(patterns, key)));
    }), { numRuns: 500 });
  });

  test('gives the same for any order, keeps only what was given, and is done after one go', () => {
    fc.assert(fc.property(fc.array(pattern, { maxLength: 12 }).chain((patterns) => fc.record({
      patterns: fc.constant(patterns),
      shuffled: fc.shuffledSubarray(patterns, { minLength: patterns.length }),
    })), ({ patterns, shuffled }) => {
      const kept = collapse(patterns);
      expect(collapse(shuffled)).toEqual(kept);
      expect(collapse(kept)).toEqual(kept);
      expect(patterns).toEqual(expect.arrayContaining(kept));
      expect(kept.map(({ stem }) => stem)).toEqual(kept.map(({ stem }) => stem).sort(byCodeUnit));
    }), { numRuns: 300 });
  });

  test('what is kept comes from all that it stands for, and from nothing else', () => {
    const from = fc.option(fc.subarray(['x', 'y', 'z'], { minLength: 1 }), { nil: undefined });
    const declared = fc.array(fc.tuple(pattern, from).map(([one, sources]): KeyPattern => ({ ...one, from: sources })), { maxLength: 12 });
    fc.assert(fc.property(declared, (patterns) => {
      for (const kept of collapse(patterns)) {
        const stoodFor = patterns.filter(({ stem, open: isOpen }) => (kept.open ? stem.startsWith(kept.stem) : stem === kept.stem && !isOpen));
        expect(kept.from).toEqual(joinSources(stoodFor));
      }
    }));
    expect(collapse([{ ...open('a/'), from: ['y'] }, closed('a/b'), { ...open('a/'), from: ['x', 'y'] }])).toEqual([{ ...open('a/'), from: ['x', 'y'] }]);
    expect(collapse([open('a/'), open('a/')])[0]).not.toHaveProperty('from');
    const [a, b]: KeyPattern[] = [{ ...open('a/'), from: ['x'] }, { ...closed('b'), from: ['x'] }];
    expect(collapse([b, a]).map((kept) => kept === a || kept === b)).toEqual([true, true]);
  });

  test('does not touch its input', () => {
    const patterns = Object.freeze([open('b/'), open('a/')]);
    collapse(patterns);
    expect(patterns.map(renderPattern)).toEqual(['b/*', 'a/*']);
  });
});

describe('invert', () => {
  test('names each place once, with the actions that no wider place gives', () => {
    const places = invert(new Map([
      ['s3:PutObject', [open('a/b/')]],
      ['s3:GetObject', [open('a/'), open('a/b/'), closed('c')]],
      ['s3:DeleteObject', [closed('c'), open('a/b/')]],
    ]));
    expect([...places.values()].map(({ pattern: place, actions }) => [renderPattern(place), actions])).toEqual([
      ['a/b/*', ['s3:DeleteObject', 's3:PutObject']],
      ['c', ['s3:DeleteObject', 's3:GetObject']],
      ['a/*', ['s3:GetObject']],
    ]);
  });

  test('tells an object from the folder of the same stem', () => {
    expect(invert(new Map([['a', [closed('x')]], ['b', [open('x')]]])).size).toBe(2);
  });

  test('never loses or adds an action on a key', () => {
    const places = fc.array(pattern, { maxLength: 6 });
    fc.assert(fc.property(fc.tuple(places, places).chain(([reads, writes]) => fc.record({
      reads: fc.constant(reads),
      writes: fc.constant(writes),
      keys: fc.tuple(...[...reads, ...writes].map(keyNear)),
    })), ({ reads, writes, keys }) => {
      const inverted = [...invert(new Map([['read', reads], ['write', writes]])).values()];
      const placesOf = (action: string) => inverted.filter(({ actions }) => actions.includes(action)).map((place) => place.pattern);
      for (const key of keys) {
        expect(covered(placesOf('read'), key)).toBe(covered(reads, key));
        expect(covered(placesOf('write'), key)).toBe(covered(writes, key));
      }
    }), { numRuns: 300 });
  });
});

test('a place comes from the declarations of all its actions', () => {
  const at = (...from: string[]): KeyPattern => ({ ...open('a/'), from });
  const [place] = invert(new Map([['read', [at('x')]], ['write', [at('z')]], ['delete', [at('x')]]])).values();
  expect(place).toEqual({ pattern: { ...open('a/'), from: ['x', 'z'] }, actions: ['delete', 'read', 'write'] });
});

test('an exact place and an open one are never taken for each other, whatever their keys start with', () => {
  const places = (a: KeyPattern, b: KeyPattern) => [...invert(new Map([['a', [a]], ['b', [b]]])).values()].map(({ actions }) => actions);
  expect(places(open('=k'), closed('k'))).toEqual([['a'], ['b']]);
  expect(places(closed('+k'), open('k'))).toEqual([['a'], ['b']]);
  expect(places(open('k'), open('k'))).toEqual([['a', 'b']]);
});
