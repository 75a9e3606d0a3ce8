import { createHash } from 'crypto';
import { nameOf } from './name-of';
import { Answer } from '../meaning/answer';
import { BESIDE, COLLEAGUE } from '../meaning/declaration';
import { Request } from '../meaning/request';

/** A request with what the declaration says to it. */
export interface Judged {
  readonly request: Request;
  readonly expected: Answer;
}

const ALLOWED = 24;
const NEAR = 44;
const OTHER_ACTIONS = 10;
const FAR = 4;

/**
 * A selection that tells most: what is allowed, and above all what is refused for one reason alone, each reason in its
 * turn. What breaks several rules at once would be refused even if one of them were broken in the policy.
 */
export function sample(judged: readonly Judged[], salt: number): Judged[] {
  const drawn = unique(judged, salt);
  const allowed = drawn.filter(({ expected }) => expected.length === 0);
  const near = drawn.filter(({ expected }) => expected.length === 1);
  const others = near.filter(({ expected }) => expected[0] === 'action' || expected[0] === 'KMS action');
  const far = drawn.filter(({ expected }) => expected.length > 1);
  return [...new Set([
    ...inTurn(allowed, ({ request }) => nameOf(request), ALLOWED),
    ...inTurn(near, ({ request, expected }) => `${sideOf(request)} ${expected[0]}`, NEAR),
    ...inTurn(others, ({ request }) => nameOf(request), OTHER_ACTIONS),
    ...far.slice(0, FAR),
  ])];
}

/** What is asked for keys, by colleagues, and where others have granted something, is a small part of all, and has turns of its own. */
function sideOf(request: Request): string {
  if (request.principal === COLLEAGUE) {
    return 'colleague';
  }
  return request.kind === 's3' && (request.bucket === BESIDE || request.key?.startsWith(`${BESIDE}/`)) ? 'beside' : request.kind;
}

/** In an order that only the salt decides. */
function unique(judged: readonly Judged[], salt: number): Judged[] {
  const byText = new Map(judged.map((one) => [JSON.stringify(one.request), one]));
  return [...byText]
    .map(([text, one]) => ({ one, order: createHash('sha1').update(`${salt}${text}`).digest('hex') }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ one }) => one);
}

/** Up to a number of items, one of each kind before a second of any. */
function inTurn<T>(items: readonly T[], kindOf: (item: T) => string, most: number): T[] {
  const seen = new Map<string, number>();
  return items
    .map((item) => {
      const turn = seen.get(kindOf(item)) ?? 0;
      seen.set(kindOf(item), turn + 1);
      return { item, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .slice(0, most)
    .map(({ item }) => item);
}
