import { didYouMean, fail, isRecord, nearest } from '../../policy/base';

/**
 * The names of all properties of a struct; the type makes sure that none is forgotten. Some limit what is allowed, so
 * that leaving one out by mistake does harm.
 */
export type PropertyNames<T> = Readonly<Record<keyof T, true | 'limits'>>;

/**
 * Checks that a value is an object with these properties and no others. TypeScript sees to it in part; plain JavaScript
 * does not, and a misspelt property would silently leave out what it limits.
 */
export function checkStruct<T extends object>(value: T, field: string, names: PropertyNames<T>): T {
  if (!isRecord(value)) {
    fail('ValueTypeInvalid', field, value, 'give an object with named properties');
  }
  for (const name of unknownNames(value, names)) {
    fail('PropertyUnknown', `${field}.${name}`, value[name as keyof T], `${didYouMean(name, Object.keys(names))}the properties are ${Object.keys(names).sort().join(', ')}`);
  }
  return value;
}

/**
 * Checks that a value is an object, and that none of its properties is nearly one that limits. Others may be there: the
 * props of a construct are often extended, and handed on whole.
 */
export function checkProps<T extends object>(value: T, field: string, names: PropertyNames<T>): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail('ValueTypeInvalid', field, value, 'give an object with named properties');
  }
  const limits = Object.keys(names).filter((known) => names[known as keyof T] === 'limits');
  for (const name of unknownNames(value, names)) {
    const meant = nearest(name, limits) ?? Object.keys(names).find((known) => known.toLowerCase() === name.toLowerCase());
    if (meant !== undefined) {
      fail('PropertyUnknown', `${field}.${name}`, value[name as keyof T], `did you mean "${meant}"?`);
    }
  }
  return value;
}

/** Checks the props of a construct, and reads each of them once: a getter may say something else the second time. */
export function readProps<T extends object>(value: T, names: PropertyNames<T>): T {
  checkProps(value, 'props', names);
  return Object.fromEntries(Object.keys(names).map((name) => [name, value[name as keyof T]])) as T;
}

function unknownNames<T extends object>(value: T, names: PropertyNames<T>): string[] {
  return Object.keys(value).filter((name) => !Object.hasOwn(names, name) && value[name as keyof T] !== undefined);
}

/** Checks a switch: the text "false" would count as true. */
export function checkSwitch(value: boolean | undefined, field: string): void {
  if (value !== undefined && typeof value !== 'boolean') {
    fail('ValueTypeInvalid', field, value, 'give true or false');
  }
}

/** Checks several switches of one struct. */
export function checkSwitches<K extends string>(struct: Readonly<Partial<Record<K, boolean>>>, ...names: readonly K[]): void {
  names.forEach((name) => checkSwitch(struct[name], name));
}

/** Checks that a value is one of an enum; one that is not would silently act as some other. */
export function checkEnum<T extends string>(value: T | undefined, all: Readonly<Record<string, T>>, field: string): T | undefined {
  if (value !== undefined && !Object.values(all).includes(value)) {
    fail('ValueTypeInvalid', field, value, `${didYouMean(value, Object.values(all))}give one of ${Object.values(all).join(', ')}`);
  }
  return value;
}
