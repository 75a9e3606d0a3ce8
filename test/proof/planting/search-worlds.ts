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
import { buildUnlessRefused, Difference, probesOf, runWorld } from '../worlds/run-world';
import { Judged } from '../worlds/sample';
import { strangeThings } from '../worlds/strange-things';

/** A bug that is not found in so many worlds would not be found in a run of usual length either. */
export const WORLDS = 150;

/** A declaration, and what the library makes of it as it is. */
interface Drawn {
  readonly declaration: Declaration;
  /** All that is in its documents and templates; none where the library refuses it. */
  readonly clean: Texts | undefined;
  /** Asked for only where a bug changes something: there are many. */
  readonly probes: () => readonly Judged[];
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
    let others = 0;
    for (const number of this.declarations.keys()) {
      const { found, requests, differs } = await compare(build, this.draw(number, this.actions));
      judged += requests;
      others += differs ? 1 : 0;
      if (found !== undefined) {
        return { found: `world ${number + 1}, ${found}`, judged };
      }
    }
    return { missed: `${others} of ${WORLDS} worlds have other documents`, judged };
  }

  private draw(number: number, actions: AllActions): Drawn {
    const known = this.drawn.get(number);
    if (known) {
      return known;
    }
    const declaration = this.declarations[number];
    const world = buildUnlessRefused(declaration);
    let probes: readonly Judged[] | undefined;
    const drawn = { declaration, clean: world && textsOf(world), probes: () => (probes ??= probesOf(declaration, actions, number)) };
    this.drawn.set(number, drawn);
    return drawn;
  }
}

/** What a world showed. */
interface Compared {
  readonly found?: string;
  readonly requests: number;
  readonly differs: boolean;
}

async function compare(build: typeof Build.build, { declaration, clean, probes }: Drawn): Promise<Compared> {
  let world: World;
  try {
    world = build(declaration);
  } catch (e) {
    // A refusal that the library gives as it is tells nothing of the bug.
    return { found: clean && `refused: ${firstLine(e)}`, requests: 0, differs: clean !== undefined };
  }
  try {
    const texts = textsOf(world);
    const [strange] = texts.templates === clean?.templates ? [] : strangeThings(world);
    if (strange !== undefined) {
      return { found: `strange: ${strange}`, requests: 0, differs: true };
    }
    // Of the same documents the answers are the same.
    if (texts.documents === clean?.documents) {
      return { requests: 0, differs: false };
    }
    const { judged, difference } = await runWorld(world, probes());
    return { found: difference && describe(difference), requests: judged.length, differs: true };
  } catch (e) {
    // What the evaluators cannot read is no policy.
    return { found: `exception: ${firstLine(e)}`, requests: 0, differs: true };
  }
}

function describe({ verdict, expected, request }: Difference): string {
  return `${verdict} in place of ${expected.join(' and ') || 'allowed'}: ${nameOf(request)}`;
}

function textsOf(world: World): Texts {
  return { documents: documentsIn(world), templates: JSON.stringify([world.template.json, world.surroundings.data.json]) };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n')[0];
}
