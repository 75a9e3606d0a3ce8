import { and, atom, Formula, implies, not, or } from './smt/formula';
import { belongsTo, is, isOneOf, Language, same } from './smt/text';
import { LONGEST_LIST } from './symbolic-request';
import { bucketsOf, hasHolder, keysOf, meantBucket, within } from './territory';
import { CUSTOMER } from '../meaning/declaration';
import { World } from '../world/world';

/**
 * All that is taken for granted about a request; everything else is the solver's to choose. Each line is a fact about
 * AWS, or draws the border of the question.
 */
export interface Assumption {
  readonly fact: string;
  readonly holds: Formula;
}

/** About requests to S3. */
export function assumptionsOnS3(world: World): Assumption[] {
  return hasHolder(world.declaration)
    ? [ADDRESSES, {
      fact: 'the customer does not own a bucket whose name the declaration gives to somebody else: a name has one owner at a time',
      holds: implies(is('owner', CUSTOMER), not(or(...bucketsOf(world).filter(({ owner }) => owner !== CUSTOMER).map(({ name }) => within(name))))),
    }]
    : [ADDRESSES, FROM_OUTSIDE, {
      fact: 'without a role, the question is about the real buckets: the vendor needs nobody\'s leave for a stranger\'s',
      holds: meantBucket(world, CUSTOMER),
    }];
}

/** About the use of keys. */
export function assumptionsOnKms(world: World): Assumption[] {
  const owners = [...new Set([CUSTOMER, ...keysOf(world).map(({ owner }) => owner)])];
  const ofAccount = (account: string) => belongsTo('resource', Language.sequence(
    Language.exactly('arn:aws:kms:'), REGION_NAME, Language.exactly(`:${account}:`), Language.anything));
  const owned: Assumption = {
    fact: 'the ARN of a key tells its owner',
    holds: and(...owners.map((account) => and(implies(is('owner', account), ofAccount(account)), implies(ofAccount(account), is('owner', account))))),
  };
  return hasHolder(world.declaration)
    ? [owned, LISTS]
    : [owned, LISTS, FROM_OUTSIDE, {
      fact: 'without a role, the question is about the declared keys and all others of the customer\'s',
      holds: or(is('owner', CUSTOMER), isOneOf('resource', keysOf(world).map(({ name }) => name))),
    }];
}

/** About attempts to assume the role. */
export function assumptionsOnTrust(): Assumption[] {
  return [ADDRESSES, LISTS, {
    fact: 'the session tags of a call have different keys',
    holds: or(not(atom('(>= tags 2)')), not(same('tagKey1', 'tagKey2'))),
  }];
}

const REGION_NAME = Language.some(Language.choice(Language.range('a', 'z'), Language.range('0', '9'), Language.exactly('-')));

const ADDRESSES: Assumption = { fact: 'an address has 32 bits', holds: and(atom('(<= 0 address)'), atom(`(< address ${2 ** 32})`)) };

const LISTS: Assumption = {
  fact: `a key has at most ${LONGEST_LIST} aliases, a call at most ${LONGEST_LIST} session tags`,
  holds: and(...['aliases', 'tags'].flatMap((list) => [atom(`(<= 0 ${list})`), atom(`(<= ${list} ${LONGEST_LIST})`)])),
};

const FROM_OUTSIDE: Assumption = {
  fact: 'without a role, the caller is not of the account that owns the bucket or key, which is for that account to rule',
  holds: not(same('callerAccount', 'owner')),
};
