import * as fc from 'fast-check';
import { Finding } from './finding';
import { Loader } from './loader';
import { Declaration } from '../meaning/declaration';
import { SourceBug } from '../plants/source';
import { documentsIn } from '../plants/tampered';
import type * as Build from '../world/build';
import { World } from '../world/world';
import { AllActions, allActions } from '../worlds/actions';
import { declaration as anyDeclaration } from '../worlds/arbitrary-declaration';
import { nameOf } from '../worlds/name-of';
import { buildUnlessRefused, probesOf, runWorld } from '../worlds/run-world';
import { Judged } from '../worlds/sample';
import { strangeThings } from '../worlds/strange-things';

/** A bug that is not found in so many worlds would not be found in a run of usual length either. */
export const WORLDS = 150;

/** A declaration, and what the library makes of it as it is. */
interface Drawn {
  readonly declaration: Declaration;
  /** All that is in its documents and templates; none where the library refuses it. */
  readonly clean: Texts | undefined;
  readonly probes: readonly Judged[];
}

interface Texts {
  readonly documents: string;
  readonly templates: string;
}

/** The random worlds, built by a library with a bug in it. */
export class WorldSearch {
  private actions?: AllActions;
  private readonly declarations: readonly Declaration[];
  private readonly drawn = new Map<number, Drawn>();

  constructor(private readonly loader: Loader, seed: number) {
    this.declarations = fc.sample(anyDeclaration, { numRuns: WORLDS, seed });
  }

  /** Looks for a bug in one world after the other. */
  public async find(bug: SourceBug): Promise<Finding> {
    const { build } = this.loader.load<typeof Build>('test/proof/world/build', ['test/proof/world'], bug);
    this.actions ??= await allActions();
    let judged = 0;
    for (const number of this.declarations.keys()) {
      const drawn = this.draw(number, this.actions);
      const { found, requests } = await compare(build, drawn);
      judged += requests;
      if (found !== undefined) {
        return { found: `world ${number + 1}, ${found}`, judged };
      }
    }
    return { judged };
  }

  private draw(number: number, actions: AllActions): Drawn {
    const known = this.drawn.get(number);
    if (known) {
      return known;
    }
    const declaration = this.declarations[number];
    const world = buildUnlessRefused(declaration);
    const drawn = { declaration, clean: world && textsOf(world), probes: probesOf(declaration, actions, number) };
    this.drawn.set(number, drawn);
    return drawn;
  }
}

async function compare(
  build: typeof Build.build, { declaration, clean, probes }: Drawn,
): Promise<{ readonly found?: string; readonly requests: number }> {
  let world: World;
  try {
    world = build(declaration);
  } catch (e) {
    // A refusal that the library gives as it is tells nothing of the bug.
    return { found: clean && `refused: ${firstLine(e)}`, requests: 0 };
  }
  const texts = textsOf(world);
  if (texts.templates === clean?.templates && texts.documents === clean.documents) {
    return { requests: 0 };
  }
  const [strange] = strangeThings(world);
  if (strange !== undefined) {
    return { found: `strange: ${strange}`, requests: 0 };
  }
  // Of the same documents the answers are the same.
  if (texts.documents === clean?.documents) {
    return { requests: 0 };
  }
  const { judged, difference } = await runWorld(world, probes);
  return {
    found: difference && `${difference.verdict} in place of ${difference.expected.join(' and ') || 'allowed'}: ${nameOf(difference.request)}`,
    requests: judged.length,
  };
}

function textsOf(world: World): Texts {
  return { documents: documentsIn(world), templates: JSON.stringify([world.template.json, world.surroundings.data.json]) };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n')[0];
}
