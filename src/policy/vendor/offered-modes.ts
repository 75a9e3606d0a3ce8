import { Mode } from '../grant';
import { MODES } from './vendor-data';

/** The modes that a vendor has a use for; the first one, the narrowest, is taken where none is chosen. */
export function offeredModes(modes: readonly string[] | undefined): Mode[] {
  return modes === undefined ? [...MODES] : MODES.filter((mode) => modes.includes(mode));
}
