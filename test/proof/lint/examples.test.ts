import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { exampleApps } from './examples';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'examples-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

function addExample(name: string, source?: string): void {
  mkdirSync(join(folder, name));
  if (source !== undefined) {
    writeFileSync(join(folder, name, 'app.ts'), source);
  }
}

test('the demo is an example whose stacks can be judged', () => {
  const { demo } = exampleApps(resolve(__dirname, '..', '..', '..', 'examples'));
  expect(demo(join(folder, 'out')).node.children.map(({ node }) => node.id)).toContain('Cloudglue');
});

test('a new example is picked up', () => {
  addExample('one', 'exports.oneApp = () => ({ app: "the first" }); exports.other = 1;');
  addExample('two', 'exports.makeApp = () => ({ app: "the second" });');
  writeFileSync(join(folder, 'README.md'), '');
  const apps = exampleApps(folder);
  expect(Object.entries(apps).map(([name, makeApp]) => [name, makeApp('')])).toEqual([['one', 'the first'], ['two', 'the second']]);
});

test.each<[string, string | undefined]>([
  ['has no app.ts', undefined],
  ['exports no app', 'exports.main = () => 1;'],
  ['exports two apps', 'exports.oneApp = () => 1; exports.otherApp = () => 2;'],
])('fails on an example that %s', (_, source) => {
  addExample('broken', source);
  expect(() => exampleApps(folder)).toThrow(/broken.app\.ts must export one function/);
});

test('fails when there are no examples', () => {
  expect(() => exampleApps(folder)).toThrow(/has no examples/);
});
