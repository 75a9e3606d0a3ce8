import { and, atom, cases, either, FALSE, not, or, render, TRUE } from './formula';
import { parseValues, script, settled } from './script';
import { is, isEitherOf, same, startsWith, text, textValue } from './text';

const a = atom('a');
const b = atom('b');

describe('formulas', () => {
  test('are simplified where they are known', () => {
    expect([and(), and(a, FALSE), and(TRUE, a), or(), or(a, TRUE), or(FALSE, a), not(TRUE)]).toEqual([TRUE, FALSE, a, FALSE, TRUE, a, FALSE]);
    expect([is(text('x'), 'x'), is(text('x'), 'y'), same(text('x'), text('x')), same(text('x'), text('y'))]).toEqual([TRUE, FALSE, TRUE, FALSE]);
  });

  test('are divided where they say so, and nowhere else', () => {
    expect(cases(and(either(a, b), or(a, b))).map(render)).toEqual(['(and a (or a b))', '(and b (or a b))']);
    expect(cases(not(either(a, b))).map(render)).toEqual(['(not (or a b))']);
  });

  test('lose only the cases that demand two values of one variable', () => {
    const formula = and(isEitherOf('x', ['1', '2']), isEitherOf('x', ['2', '3']), isEitherOf('y', ['1', '3']));
    expect(cases(formula).map(render)).toEqual([
      '(and (and (= x "2") (= x "2")) (= y "1"))',
      '(and (and (= x "2") (= x "2")) (= y "3"))',
    ]);
  });
});

test.each(['plain', 'a"b', 'a\\b', '\\u{2a}', '\u00e4\u00ff', '\ud83d\ude00', ''])('the text %s comes back as it was', (value) => {
  expect(text(value)).toMatch(/^"[ -~]*"$/);
  expect(textValue(text(value))).toBe(value);
});

describe('a script', () => {
  const question = {
    title: 'A question',
    variables: { x: 'String', y: 'String', p: 'Bool', q: 'Bool', n: 'Int' },
    formulas: [and(is('x', 'one'), not(atom('p'))), or(is('y', 'two'), atom('q')), startsWith('x', 'on')],
  };

  test('defines what the question demands, and still demands it', () => {
    expect(settled(question)).toEqual({ x: '"one"', p: 'false' });
    expect(script(question)).toBe([
      '; A question',
      '(set-logic ALL)',
      '(define-fun x () String "one")',
      '(declare-const y String)',
      '(define-fun p () Bool false)',
      '(declare-const q Bool)',
      '(declare-const n Int)',
      '(assert (and (= x "one") (not p)))',
      '(assert (or (= y "two") q))',
      '(assert (str.prefixof "on" x))',
      '(check-sat)',
      '',
    ].join('\n'));
  });

  test('has values that are read from the answer', () => {
    expect(parseValues('((x "a""b")\n (p true)\n (n (- 5)))')).toEqual({ x: '"a""b"', p: 'true', n: '-5' });
  });
});
