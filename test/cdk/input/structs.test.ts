import { checkEnum, checkStruct, checkSwitch, PropertyNames } from '../../../src/cdk/input';
import { checkProps } from '../../../src/cdk/input/structs';

interface Options {
  readonly suspended?: boolean;
  readonly expiresAt?: Date;
  readonly path?: string;
}

const NAMES: PropertyNames<Options> = { suspended: 'limits', expiresAt: 'limits', path: true };
const code = (expected: string, field: string) => expect.objectContaining({ code: expected, field });

describe.each([['checkStruct', checkStruct], ['checkProps', checkProps]] as const)('%s', (_, check) => {
  test('gives an object back', () => {
    const options = { suspended: true };
    expect(check<Options>(options, 'options', NAMES)).toBe(options);
    expect(check({ suspend: undefined } as Options, 'options', NAMES)).toEqual({ suspend: undefined });
  });

  test.each([undefined, null, 'raw', '', 5, true, [], () => 1])('fails for %p', (value) => {
    expect(() => check(value as Options, 'options', NAMES)).toThrow(code('ValueTypeInvalid', 'options'));
  });

  test.each(['suspend', 'Suspended', 'expireAt', 'expires_at', 'expiresat'])('fails for the misspelt property %s', (name) => {
    expect(() => check({ [name]: true } as Options, 'options', NAMES)).toThrow(code('PropertyUnknown', `options.${name}`));
  });
});

test('a property that is like no other is refused in options, and let through in props, which others may extend', () => {
  expect(() => checkStruct({ team: 'a' } as Options, 'options', NAMES)).toThrow(code('PropertyUnknown', 'options.team'));
  expect(() => checkProps({ team: 'a' } as Options, 'props', NAMES)).not.toThrow();
  // Only what limits is worth a guess.
  expect(() => checkProps({ date: 'a', paths: 'b' } as Options, 'props', NAMES)).not.toThrow();
  expect(() => checkProps({ Path: 'a' } as Options, 'props', NAMES)).toThrow(code('PropertyUnknown', 'props.Path'));
});

test('a switch is true, false or left out, and no text', () => {
  [true, false, undefined].forEach((value) => expect(() => checkSwitch(value, 'suspended')).not.toThrow());
  ['false', 0, null].forEach((value) => expect(() => checkSwitch(value as any, 'suspended')).toThrow(code('ValueTypeInvalid', 'suspended')));
});

test('a value is one of its enum', () => {
  const all = { ONE: 'one', TWO: 'two' } as const;
  expect(checkEnum('one', all, 'field')).toBe('one');
  expect(checkEnum(undefined, all, 'field')).toBeUndefined();
  ['ONE', 'three', true].forEach((value) => expect(() => checkEnum(value as any, all, 'field')).toThrow(code('ValueTypeInvalid', 'field')));
});
