import { Place, PLACES, Weapon, WEAPONS } from './places';
import { expectCleanPrototypes, expectLiteralPolicies, expectRefusal, newStack } from './support';
import { DeployedTemplate } from '../support/deployed-template';

/** A pattern for the vendor's principals may widen by design, within the vendor's account. */
const WIDENS = 'the name in a pattern';

function outcomesOf({ outcomes }: Place, literal: boolean): Array<[Weapon, Place['outcomes'][Weapon]]> {
  return (Object.entries(outcomes) as Array<[Weapon, Place['outcomes'][Weapon]]>).filter(([, outcome]) => (outcome === 'literal') === literal);
}

describe.each(PLACES.map((place) => [place.place, place] as const))('%s', (_, place) => {
  const refused = outcomesOf(place, false);
  const literal = outcomesOf(place, true);

  test.each(refused)('refuses %s: %s', (weapon, code) => {
    expectRefusal(code as Exclude<typeof code, 'literal'>, () => place.put(WEAPONS[weapon], newStack()));
    expectCleanPrototypes();
  });

  if (literal.length > 0) {
    test.each(literal)('takes %s for the text that it is', (weapon) => {
      const stack = newStack();
      place.put(WEAPONS[weapon], stack);
      const template = DeployedTemplate.of(stack);
      if (place.place !== WIDENS) {
        expectLiteralPolicies(template);
      }
      // No text is ever a template of CloudFormation's own: what is in braces there would be replaced.
      const subs = JSON.stringify(template.json).match(/"Fn::Sub":(?!\["\$\{Key\}",)/g);
      expect(subs).toBeNull();
    });
  }
});

test('the places and weapons are many, and each weapon is both refused and taken literally somewhere', () => {
  expect(PLACES.length).toBeGreaterThan(45);
  for (const weapon of ['a wildcard', 'a policy variable', 'an end of JSON text', 'markup'] as const) {
    expect(PLACES.some(({ outcomes }) => outcomes[weapon] === 'literal')).toBe(true);
    expect(PLACES.some(({ outcomes }) => outcomes[weapon] !== 'literal')).toBe(true);
  }
});
