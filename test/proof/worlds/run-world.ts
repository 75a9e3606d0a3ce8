import { AllActions } from './actions';
import { Probes } from './probes';
import { Judged, sample } from './sample';
import { ask } from '../judges/ask';
import { AccessDeclaration, Declaration } from '../meaning/declaration';
import { Meaning } from '../meaning/meaning';
import { build } from '../world/build';
import { World } from '../world/world';

/** A request that is answered otherwise than declared; with the declaration, all that is needed to see it again. */
export interface Difference extends Judged {
  readonly declaration: Declaration;
  readonly verdict: 'allowed' | 'denied';
}

/** What a world showed. */
export interface Outcome {
  readonly judged: readonly Judged[];
  readonly difference?: Difference;
}

/** Quotas: the library refuses such a declaration, and says so. */
const TOO_LARGE = /^(BucketPolicyTooLarge|KeyPolicyTooLarge|ManagedPoliciesExceeded|TrustPolicyTooLarge) |^ *\[Stack\/Access\] AttachedPoliciesExceeded: /m;

/** What a refusal calls a thing said twice has to be one. */
function isRefused(message: string, { access }: Declaration): boolean {
  const gist = ({ bucket, mode, withoutTls, anyOwner, keys = [] }: AccessDeclaration) =>
    JSON.stringify([bucket, mode, withoutTls ?? false, anyOwner ?? false, [...keys].sort()]);
  return TOO_LARGE.test(message) || (message.startsWith('AccessDuplicate ') && new Set(access.map(gist)).size < access.length);
}

/** Synthesizes a declaration; nothing if the library refuses it. Every other error is a failure of the proof. */
export function buildUnlessRefused(declaration: Declaration): World | undefined {
  try {
    return build(declaration);
  } catch (e) {
    if (e instanceof Error && isRefused(e.message, declaration)) {
      return undefined;
    }
    throw e;
  }
}

/** The probes of a declaration, with the answers that it calls for. */
export function probesOf(declaration: Declaration, actions: AllActions, salt: number): Judged[] {
  const meaning = new Meaning(declaration);
  return sample(new Probes(declaration, actions, salt).all().map((request) => ({ request, expected: meaning.answer(request) })), salt);
}

/** Puts requests to a world; stops at the first that is answered otherwise than declared. */
export async function runWorld(world: World, judged: readonly Judged[]): Promise<Outcome> {
  const { declaration } = world;
  for (const [i, { request, expected }] of judged.entries()) {
    const verdict = await ask(world, request);
    if (verdict !== (expected.length === 0 ? 'allowed' : 'denied')) {
      return { judged: judged.slice(0, i + 1), difference: { declaration, request, expected, verdict } };
    }
  }
  return { judged };
}
