import * as fc from 'fast-check';
import { compare, Drawn, textsOf } from './compare';
import { Finding } from './finding';
import { Loader } from './loader';
import { Declaration } from '../meaning/declaration';
import { SourceBug } from '../plants/source';
import type * as Build from '../world/build';
import { AllActions, allActions } from '../worlds/actions';
import { declaration as anyDeclaration } from '../worlds/arbitrary-declaration';
import { buildUnlessRefused, probesOf } from '../worlds/run-world';
import { Judged } from '../worlds/sample';

/** A bug that is not found in so many worlds would not be found in a run of usual length either. */
export const WORLDS = 150;

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
