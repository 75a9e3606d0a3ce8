import { matches, pieces } from './iam-pattern';
import { like } from '../../../support/second-opinion';
import { render } from '../smt/formula';
import { Z3 } from '../smt/z3';

describe('a pattern', () => {
  test.each([
    ['in/*', [{ literal: 'in/' }, 'any']],
    ['a?c', [{ literal: 'a' }, 'one', { literal: 'c' }]],
    ['${*}${?}${$}', [{ literal: '*?$' }]],
    ['a$b{c}', [{ literal: 'a$b{c}' }]],
    ['${$}{aws:username}', [{ literal: '${aws:username}' }]],
    ['${*', [{ literal: '${' }, 'any']],
    ['', []],
  ])('%s is taken apart', (pattern, expected) => {
    expect(pieces(pattern)).toEqual(expected);
  });

  test.each(['${aws:username}', 'a/${aws:PrincipalTag/x}/*', '${}'])('fails with a policy variable: %s', (pattern) => {
    expect(() => pieces(pattern)).toThrow(/^A policy variable/);
  });

  test('without wildcards is a comparison', () => {
    expect(render(matches('key', 'in/${*}'))).toBe('(= key "in/*")');
  });

  test('with wildcards is a language', () => {
    expect(render(matches('key', 'in/?/*'))).toBe('(str.in_re key (re.++ (str.to_re "in/") re.allchar (str.to_re "/") re.all))');
  });
});

describe('to Z3, a pattern', () => {
  let z3: Z3;
  beforeAll(async () => {
    z3 = await Z3.start();
  }, 30_000);
  afterAll(() => z3.stop());

  const texts = ['', 'in', 'in/', 'in/a', 'in/*', 'in-a', 'a', 'abc', 'a?c', 'ac', 'x$y', 'a\\b', 'a"b', '\u00e4', 'a\nb', '${aws:username}'];

  test.each(['in/*', 'in*', 'in/${*}', '*', '?', 'a?c', 'a${?}c', 'x${$}y', '${$}{aws:username}', 'a\\b', 'a"b', '*a*', '??'])('%s matches what it matches in IAM', async (pattern) => {
    for (const text of texts) {
      const answer = await z3.ask({ title: pattern, variables: { key: 'String' }, formulas: [matches('key', pattern), matches('key', escaped(text))] });
      expect([text, answer.found]).toEqual([text, like(pattern, text, {})]);
    }
  });
});

function escaped(text: string): string {
  return text.replace(/[*?$]/g, (character) => `\${${character}}`);
}
