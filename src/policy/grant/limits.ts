import { fail, hasReference, literalParts, literalsAre } from '../base';
import { SessionTag } from './trust';

/** Checks an expiry and gives it in the form of `aws:CurrentTime`: ISO 8601, UTC, whole seconds. */
export function checkExpiry(date: unknown, field: string): string {
  const time = timeOf(date);
  if (time === undefined) {
    fail('ValueTypeInvalid', field, date, 'give a Date');
  }
  if (Number.isNaN(time) || time < 0 || time >= YEAR_10000) {
    fail('ExpiryInvalid', field, Number.isNaN(time) ? 'Invalid Date' : new Date(time).toISOString(), 'give a date between the years 1970 and 9999');
  }
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

const YEAR_10000 = Date.UTC(10000, 0, 1);

/** The time that a date holds, whatever its methods were made to say; nothing for what is no date. */
function timeOf(date: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(date);
  } catch {
    return undefined;
  }
}

/** Checks the session duration of a role, in seconds. */
export function checkSessionDuration(seconds: number, field: string): void {
  if (!(Number.isInteger(seconds) && seconds >= 3600 && seconds <= 43200)) {
    fail('SessionDurationInvalid', field, `${seconds} seconds`, 'give 1 to 12 hours, in whole seconds');
  }
}

/** Checks a range of source addresses in CIDR notation, IPv4 or IPv6. */
export function checkCidr(range: unknown, field: string): string {
  if (typeof range !== 'string') {
    fail('ValueTypeInvalid', field, range, 'give a string');
  }
  if (hasReference(range)) {
    if (!literalsAre(range, /^[0-9A-Fa-f.:/]*$/)) {
      fail('SourceIpInvalid', field, range, 'use an address or a range around the value');
    }
    return range;
  }
  const [address, length, ...more] = range.split('/');
  const bits = isIpv4(address) ? 32 : isIpv6(address) ? 128 : undefined;
  const valid = bits !== undefined && more.length === 0 && (length === undefined || (/^(0|[1-9]\d{0,2})$/.test(length) && Number(length) <= bits));
  if (!valid) {
    fail('SourceIpInvalid', field, range, 'give an address or a range such as 203.0.113.0/24 or 2001:db8::/32');
  }
  if (length !== undefined && Number(length) === 0) {
    fail('SourceIpInvalid', field, range, 'this range excludes nobody; leave allowedSourceIps out or name the vendor\'s addresses');
  }
  return range;
}

function isIpv4(address: string): boolean {
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2 || !/^[0-9A-Fa-f:]+$/.test(address)) {
    return false;
  }
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) && (halves.length === 2 ? groups.length < 8 : groups.length === 8);
}

/** Checks the session tags that the vendor may set. */
export function checkSessionTags(tags: readonly SessionTag[], field: string): readonly SessionTag[] {
  const keys = new Set<string>();
  tags.forEach((tag, i) => {
    checkSessionTag(tag, `${field}[${i}]`);
    // IAM compares the keys of tags without regard to case.
    const key = tag.key.toLowerCase();
    if (keys.has(key)) {
      fail('SessionTagInvalid', `${field}[${i}].key`, tag.key, 'name each key once, with all its values');
    }
    keys.add(key);
  });
  return tags;
}

function checkSessionTag(tag: SessionTag, field: string): void {
  // The key becomes part of a condition key, and CloudFormation puts no values into keys.
  if (!isTagText(tag.key, 128) || tag.key === '' || hasReference(tag.key)) {
    fail('SessionTagInvalid', `${field}.key`, tag.key, 'give a key of 1 to 128 letters, digits, spaces and _.:/=+@-');
  }
  if (tag.key.toLowerCase().startsWith('aws:')) {
    fail('SessionTagInvalid', `${field}.key`, tag.key, 'AWS reserves keys that start with aws:; use another one');
  }
  tag.values?.forEach((value, i) => {
    if (!isTagText(value, 256)) {
      fail('SessionTagInvalid', `${field}.values[${i}]`, value, 'give a value of at most 256 letters, digits, spaces and _.:/=+@-');
    }
  });
}

/** Characters that session tags may have, as far as a policy document can carry them. */
function isTagText(text: string, maxLength: number): boolean {
  const literal = literalParts(text).join('');
  return literal.length <= maxLength && /^[\p{L}\p{Z}\p{N}_.:/=+@-]*$/u.test(literal) && !/[^\u0000-\u00ff]/.test(literal);
}

/** Checks a reason that a customer gives for an exception. */
export function checkReason(reason: unknown, field: string): string {
  if (typeof reason !== 'string') {
    fail('ValueTypeInvalid', field, reason, 'give the reason as a string');
  }
  if (hasReference(reason)) {
    fail('ValueTypeInvalid', field, reason, 'write the reason out; a reviewer has to read it');
  }
  if (reason.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '') === '') {
    fail('ReasonMissing', field, reason, 'say why; the reason is what a reviewer will read');
  }
  return reason;
}
