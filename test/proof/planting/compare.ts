import { ask } from '../judges/ask';
import { Declaration } from '../meaning/declaration';
import { documentsIn } from '../plants/tampered';
import type * as Build from '../world/build';
import { World } from '../world/world';
import { nameOf } from '../worlds/name-of';
import { buildUnlessRefused, Outcome, runWorld } from '../worlds/run-world';
import { Judged } from '../worlds/sample';
import { strangeThings } from '../worlds/strange-things';

/** A declaration, and what the library makes of it as it is. */
export interface Drawn {
  readonly declaration: Declaration;
  /** All that is in its documents and templates; none where the library refuses it. */
  readonly clean: Texts | undefined;
  /** Asked for only where a bug changes something: there are many. */
  readonly probes: () => readonly Judged[];
}

/** A world, as text. */
interface Texts {
  readonly documents: string;
  readonly templates: string;
}

export function textsOf(world: World): Texts {
  return { documents: documentsIn(world), templates: JSON.stringify([world.template.json, world.surroundings.data.json]) };
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
  const strange = texts.templates === clean?.templates ? undefined : strangeIn(world);
  if (strange !== undefined) {
    return { found: strange, requests: 0, differs: true };
  }
  // Of the same documents the answers are the same.
  return texts.documents === clean?.documents ? { requests: 0, differs: false } : { ...await asked(world, probes()), differs: true };
}

/** What nobody declared, if there is anything. */
function strangeIn(world: World): string | undefined {
  const [strange] = strangeThings(world);
  if (strange === undefined) {
    return undefined;
  }
  const clean = buildUnlessRefused(world.declaration);
  if (clean && strangeThings(clean).includes(strange)) {
    throw new Error(`without the bug as well, documents hold ${strange}`);
  }
  return `nobody declared ${strange}`;
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
