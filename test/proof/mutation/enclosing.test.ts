import { enclosingIn } from './enclosing';

const SOURCE = `import { a } from './a';
export const TABLE = { one: 1 }, OTHER = 2;
function plain(x = 3) {
  const inner = () => 4;
  return inner();
}
export class Thing {
  private readonly field = 5;
  constructor() { run(6); }
  public get value() { return 7; }
}
run(8);
`;

test.each([
  ['1', 'TABLE'], ['2', 'OTHER'], ['3', 'plain'], ['4', 'plain'], ['5', 'Thing.field'], ['6', 'Thing.constructor'], ['7', 'Thing.value'], ['8', ''],
])('%s is in %s', (number, expected) => {
  const lines = SOURCE.split('\n');
  const line = lines.findIndex((text) => new RegExp(`\\b${number}\\b`).test(text));
  expect(enclosingIn(SOURCE)(line + 1, new RegExp(`\\b${number}\\b`).exec(lines[line])!.index + 1)).toBe(expected);
});
