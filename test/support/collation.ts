const { localeCompare } = String.prototype;
const { compare } = new Intl.Collator(undefined, { sensitivity: 'accent' });

/**
 * iam-simulate compares texts without their case, character by character, and each call makes a collator, which costs forty times
 * what the comparison does. This gives it one that is kept; the answers are the same by the definition of `localeCompare`.
 */
String.prototype.localeCompare = function localeCompareWithKept(that: string, locales?: string | string[], options?: Intl.CollatorOptions): number {
  const kept = locales === undefined && options?.sensitivity === 'accent' && Object.keys(options).length === 1;
  return kept ? compare(String(this), that) : localeCompare.call(this, that, locales, options);
};
