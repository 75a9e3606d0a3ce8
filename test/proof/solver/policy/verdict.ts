import { and, atom, either, FALSE, Formula, not, or, TRUE } from '../smt/formula';
import { is, isOneOf, same, text } from '../smt/text';
import { certainCaller, SOMEBODY, SymbolicCaller, SymbolicRequest } from '../symbolic-request';
import { bucketsOf, keysOf, meantBucket, within } from '../territory';
import { Answers, answers } from './statement';
import { CUSTOMER } from '../../meaning/declaration';
import { World } from '../../world/world';

const NOTHING: Answers = { denied: FALSE, direct: FALSE, account: FALSE };
const EVERYTHING: Answers = { denied: FALSE, direct: TRUE, account: FALSE };

/** Who sends requests to S3 and KMS: the role or user, or whoever is let in without one. */
export function callerIn(world: World): SymbolicCaller {
  return world.holder === undefined ? SOMEBODY : certainCaller(world.holder);
}

/** When the documents of a world let a request to S3 through. */
export function s3Allowed(world: World): Formula {
  const request: SymbolicRequest = { service: text('s3'), action: 'action', resource: 'resource', caller: callerIn(world) };
  const ours = identityAnswers(world, request);
  const theirs = choice(bucketsOf(world).map(({ name, owner }) => {
    const document = world.bucketPolicy(name, owner);
    return { when: and(within(name), is('owner', owner)), then: document === undefined ? NOTHING : answers(document, request) };
  }));
  // Who owns a bucket of that name instead lets everybody in.
  const strangers = not(meantBucket(world, CUSTOMER));
  return and(
    not(or(ours.denied, theirs.denied)),
    either(
      and(local(request.caller), either(ours.direct, theirs.direct, strangers)),
      and(not(local(request.caller)), ours.direct, or(theirs.direct, theirs.account, strangers)),
    ),
  );
}

/** The same for the use of a KMS key. */
export function kmsAllowed(world: World): Formula {
  const request: SymbolicRequest = { service: text('kms'), action: 'action', resource: 'resource', caller: callerIn(world) };
  const ours = identityAnswers(world, request);
  const keys = keysOf(world);
  const undeclared = not(or(...keys.map(({ name }) => is('resource', name))));
  const theirs = choice([
    ...keys.map(({ name, position }) => ({ when: is('resource', name), then: answers(world.keyPolicy(position), request) })),
    { when: and(undeclared, is('owner', CUSTOMER)), then: answers(world.keyPolicy(keys.length), request) },
    // The keys of strangers are open to everybody.
    { when: and(undeclared, not(is('owner', CUSTOMER))), then: EVERYTHING },
  ]);
  return and(
    not(or(ours.denied, theirs.denied)),
    either(
      and(local(request.caller), either(theirs.direct, and(theirs.account, ours.direct))),
      and(not(local(request.caller)), ours.direct, or(theirs.direct, theirs.account)),
    ),
  );
}

/** When a role or user may call a service other than S3 and KMS, as far as its own policies have a say. */
export function otherServiceAllowed(world: World): Formula {
  const request: SymbolicRequest = { service: 'service', action: 'action', resource: 'resource', caller: callerIn(world) };
  const { denied, direct } = identityAnswers(world, request);
  return and(not(isOneOf('service', ['s3', 'kms'])), direct, not(denied));
}

/**
 * When somebody whom his own account lets do everything can assume the role. A call that sets session tags needs two
 * actions, and STS checks each by itself, the second one without an external ID.
 */
export function assumptionAllowed(world: World): Formula {
  const step = (action: string, absent: readonly string[] = []) =>
    trusted(world, { service: text('sts'), action: text(action), resource: text(world.holder!), caller: SOMEBODY, absent });
  return and(step('assumerole'), either(UNTAGGED, step('tagsession', ['sts:externalid'])));
}

/** When the trust policy lets somebody do anything else to the role. */
export function otherTrustAllowed(world: World): Formula {
  const others = not(and(is('service', 'sts'), isOneOf('action', ['assumerole', 'tagsession'])));
  return and(others, trusted(world, { service: 'service', action: 'action', resource: text(world.holder!), caller: SOMEBODY }));
}

function trusted(world: World, request: SymbolicRequest): Formula {
  const { denied, direct, account } = answers(world.trustPolicy(), request);
  return and(not(denied), either(direct, account));
}

/** A principal of the vendor's may do everything as far as its own account has a say. */
function identityAnswers(world: World, request: SymbolicRequest): Answers {
  if (world.holder === undefined) {
    return EVERYTHING;
  }
  const all = world.identityPolicies().map(({ policy }) => answers(policy, request));
  return {
    denied: or(...all.map(({ denied }) => denied)),
    direct: either(...all.map(({ direct }) => direct)),
    account: FALSE,
  };
}

function local(caller: SymbolicCaller): Formula {
  return same(caller.account, 'owner');
}

/** The answer of whichever document is in force. */
function choice(documents: ReadonlyArray<{ readonly when: Formula; readonly then: Answers }>): Answers {
  return {
    denied: or(...documents.map(({ when, then }) => and(when, then.denied))),
    direct: either(...documents.map(({ when, then }) => and(when, then.direct))),
    account: either(...documents.map(({ when, then }) => and(when, then.account))),
  };
}

/** A call without session tags. */
const UNTAGGED = atom('(= tags 0)');
