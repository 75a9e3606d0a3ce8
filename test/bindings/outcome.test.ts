import { equal, Outcome, refusal } from './outcome';

describe('the code of an error', () => {
  test.each([
    ['of TypeScript', 'ScopeMissing [Stack/Vendor] access[0]: received no place'],
    ['of Python', 'VendorS3AccessError: ScopeMissing [Vendor.fromDefinition] definition: received no place'],
    ['of Java', 'Error: VendorS3AccessError: ScopeMissing: received no place\n  stack'],
  ])('is found in a message %s', (_, message) => {
    expect(refusal(message)).toEqual({ kind: 'error', code: 'ScopeMissing' });
  });

  test.each(['Passed to parameter props of new Role: Unable to deserialize', 'ScopeMissing', 'NoSuchCode: something', 'the ScopeMissing [Stack]'])(
    'is not found in %j', (message) => {
      expect(refusal(message, 'TypeError').kind).toBe('refused');
    });
});

describe('two outcomes are the same', () => {
  const made = (...sums: string[]): Outcome => ({ kind: 'made', files: new Map(sums.map((sum, i) => [`${i}.template.json`, sum])) });

  test.each<[string, Outcome, Outcome]>([
    ['with the same files', made('a', 'b'), made('a', 'b')],
    ['with the same code', { kind: 'error', code: 'ScopeMissing' }, { kind: 'error', code: 'ScopeMissing' }],
    ['when something else refuses them, in whatever words', { kind: 'refused', message: 'TypeError' }, { kind: 'refused', message: 'NullPointerException' }],
  ])('%s', (_, a, b) => {
    expect(equal(a, b)).toBe(true);
  });

  test.each<[string, Outcome | undefined, Outcome | undefined]>([
    ['with another file', made('a', 'b'), made('a', 'c')],
    ['with a file more', made('a'), made('a', 'b')],
    ['with another code', { kind: 'error', code: 'ScopeMissing' }, { kind: 'error', code: 'ScopesEmpty' }],
    ['where one is made', made('a'), { kind: 'refused', message: '' }],
    ['where one is not told', undefined, made('a')],
    ['where none is told', undefined, undefined],
  ])('but not %s', (_, a, b) => {
    expect(equal(a, b)).toBe(false);
    expect(equal(b, a)).toBe(false);
  });
});
