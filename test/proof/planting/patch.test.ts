import { plantedIn, whyUnplantable } from './patch';
import { SOURCE_BUGS, SourceBug } from '../plants/source';

const bug: SourceBug = { name: 'a bug', file: 'policy/base/order.ts', from: 'a < b', to: 'a > $& b' };

test('a bug comes in the place of a text that stands there once', () => {
  expect(plantedIn('return a < b;', bug)).toBe('return a > $& b;');
});

test.each(['return a <= b;', 'a < b || a < b'])('a text that does not stand there once is an error: %s', (text) => {
  expect(() => plantedIn(text, bug)).toThrow(/a bug: .* stands there (0|2) times/);
});

test.each<[string, Partial<SourceBug>, RegExp]>([
  ['no such file', { file: 'policy/none.ts' }, /^there is no src\/policy\/none\.ts$/],
  ['no such file of tests', { foundBy: 'test/none.test.ts' }, /^there is no test\/none\.test\.ts$/],
  ['no such text', { from: 'what nobody wrote' }, /stands there 0 times/],
  ['the same text', { from: 'export function byCodeUnit', to: 'export function byCodeUnit' }, /changes nothing/],
])('%s is told', (_, change, message) => {
  expect(whyUnplantable({ ...bug, ...change })).toMatch(message);
});

test.each(SOURCE_BUGS.map((one) => [one.name, one] as const))('can be planted: %s', (_, one) => {
  expect(whyUnplantable(one)).toBeUndefined();
});

test('each bug has a name of its own, and is another one', () => {
  expect(new Set(SOURCE_BUGS.map(({ name }) => name)).size).toBe(SOURCE_BUGS.length);
  expect(new Set(SOURCE_BUGS.map(({ file, from, to }) => JSON.stringify([file, from, to]))).size).toBe(SOURCE_BUGS.length);
});
