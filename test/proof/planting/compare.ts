import { undeployable } from '../deployable/undeployable';
import { ask } from '../judges/ask';
import { Declaration } from '../meaning/declaration';
import { documentsIn } from '../plants/tampered';
import type * as Build from '../world/build';
import { World } from '../world/world';
import { nameOf } from '../worlds/name-of';
import { buildUnlessRefused, Outcome, runWorld } from '../worlds/run-world';
import { Judged } from '../worlds/sample';
import { strangeThings } from '../worlds/strange-things';
import { unsaid } from '../worlds/unsaid';

/** A declaration, and what the library makes of it as it is. */
export interface Drawn {
  readonly declaration: Declaration;
  /** All that is in its documents, and around them; none where the library refuses it. */
  readonly clean: Texts | undefined;
  /** Asked for only where a bug changes something: there are many. */
  readonly probes: () => readonly Judged[];
}

/** A world, as text. */
interface Texts {
  readonly documents: string;
  readonly surroundings: string;
}

export function textsOf(world: World): Texts {
  const { data, warnings, handOffs } = world.surroundings;
  return { documents: documentsIn(world), surroundings: JSON.stringify([world.template.json, data.json, warnings, handOffs]) };
}

/** What a world showed. */
interface Compared {
  /** How a bug shows, in a line. */
  readonly found?: string;
  readonly requests: number;
  /** Whether anything is different with the bug, and could have been found. */
  readonly differs: boolean;
}

/**
 * Looks for a bug in one world.
 *
 * @param buggy builds worlds with the bug in the library
 */
export async function compare(buggy: typeof Build.build, { declaration, clean, probes }: Drawn): Promise<Compared> {
  let world: World;
  let texts: Texts;
  try {
    world = buggy(declaration);
    texts = textsOf(world);
  } catch (e) {
    // A refusal that the library gives as it is tells nothing of the bug.
    return { found: clean && `an error: ${firstLine(e)}`, requests: 0, differs: clean !== undefined };
  }
  const complaint = texts.surroundings === clean?.surroundings ? undefined : complaintOf(world);
  if (complaint !== undefined) {
    return { found: complaint, requests: 0, differs: true };
  }
  // Of the same documents the answers are the same.
  return texts.documents === clean?.documents ? { requests: 0, differs: false } : { ...await asked(world, probes()), differs: true };
}

/** What is wrong with a world before anybody asks for anything, and is not without the bug. */
function complaintOf(world: World): string | undefined {
  const [complaint] = complaintsOf(world);
  if (complaint === undefined) {
    return undefined;
  }
  const clean = buildUnlessRefused(world.declaration);
  if (clean && complaintsOf(clean).includes(complaint)) {
    throw new Error(`without the bug as well, ${complaint}`);
  }
  return complaint;
}

function complaintsOf(world: World): string[] {
  return [
    ...strangeThings(world).map((thing) => `nobody declared ${thing}`),
    ...unsaid(world),
    ...undeployable(world.stacks, world.surroundings.warnings).map((reason) => `it could not be deployed: ${reason}`),
  ];
}

/** A request that is not answered as declared, if there is one. */
async function asked(world: World, probes: readonly Judged[]): Promise<Pick<Compared, 'found' | 'requests'>> {
  let outcome: Outcome;
  try {
    outcome = await runWorld(world, probes);
  } catch (e) {
    // What the evaluators cannot read is no policy.
    return { found: `no verdict: ${firstLine(e)}`, requests: 0 };
  }
  const { judged, difference } = outcome;
  if (difference === undefined) {
    return { requests: judged.length };
  }
  const { request, expected, verdict } = difference;
  const answer = `${verdict} in place of ${expected.join(' and ') || 'allowed'}: ${nameOf(request)}`;
  const clean = buildUnlessRefused(world.declaration);
  if (clean && await ask(clean, request) === verdict) {
    throw new Error(`without the bug as well, ${answer}`);
  }
  return { found: answer, requests: judged.length };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n')[0].slice(0, 200);
}
