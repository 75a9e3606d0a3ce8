import { APPERATE } from './apperate';
import { CLOUDGLUE } from './cloudglue';
import { COACTIVE } from './coactive';
import { CREATIVE_FORCE } from './creative-force';
import { HOTGLUE } from './hotglue';
import { KnownVendor } from './vendor';

export { APPERATE, CLOUDGLUE, COACTIVE, CREATIVE_FORCE, HOTGLUE };
export { TRANSFER } from './cloudglue';
export type { KnownVendor } from './vendor';

/** The five. */
export const KNOWN_VENDORS: readonly KnownVendor[] = [CLOUDGLUE, HOTGLUE, COACTIVE, CREATIVE_FORCE, APPERATE];
