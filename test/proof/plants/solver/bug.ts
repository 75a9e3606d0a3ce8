import { Declaration } from '../../meaning/declaration';
import { Direction } from '../../solver/equivalence';
import { SubjectName } from '../../solver/subject';
import { World } from '../../world/world';
import { Change, inDocument } from '../change';
import { Place, TamperedWorld } from '../tampered';

/** A mistake that somebody could make, in documents that were right. */
export interface PlantedBug {
  readonly name: string;
  readonly declaration: Declaration;
  readonly place: Place;
  readonly change: Change;
  readonly subject: SubjectName;
  readonly direction: Direction;
  /** The encoding refuses to judge documents with a policy variable, whose value nobody knows: that is finding it. */
  readonly refused?: boolean;
}

/** A world in which one kind of document has the bug. A bug that changes nothing is none, and an error. */
export function plant(world: World, { name, place, change }: PlantedBug): World {
  const altered = new TamperedWorld(world, inDocument(change), [place]);
  if (!altered.differs) {
    throw new Error(`${name}: the bug changes nothing`);
  }
  return altered;
}
