import { ACTIONS } from './actions';
import { BUCKETS } from './buckets';
import { CASES } from './cases';
import { CONDITIONS } from './conditions';
import { KEYS } from './keys';
import { LATER } from './later';
import { PLACES } from './places';
import { SIZES } from './sizes';
import { SourceBug } from './source-bug';
import { TOKENS } from './tokens';
import { TRUST } from './trust';
import { VENDORS } from './vendors';

export { type SourceBug } from './source-bug';

/** All bugs that are planted in the library itself. */
export const SOURCE_BUGS: readonly SourceBug[] = [
  ...CASES, ...ACTIONS, ...PLACES, ...CONDITIONS, ...TRUST, ...VENDORS, ...KEYS, ...BUCKETS, ...LATER, ...SIZES, ...TOKENS,
];
