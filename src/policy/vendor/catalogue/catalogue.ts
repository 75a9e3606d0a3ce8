import { APPERATE } from './apperate';
import { CLOUDGLUE } from './cloudglue';
import { COACTIVE } from './coactive';
import { CREATIVE_FORCE } from './creative-force';
import { HOTGLUE } from './hotglue';
import { CatalogueName, KnownVendor } from './known-vendor';

/** The vendors that the library knows, by their factories: the one list that the API, the command line and all texts are made from. */
export const CATALOGUE: Readonly<Record<CatalogueName, KnownVendor>> = {
  apperate: APPERATE,
  cloudglue: CLOUDGLUE,
  coactive: COACTIVE,
  creativeForce: CREATIVE_FORCE,
  hotglue: HOTGLUE,
};
