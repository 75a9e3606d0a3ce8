import { APPERATE } from './catalogue/apperate';
import { CLOUDGLUE } from './catalogue/cloudglue';
import { COACTIVE } from './catalogue/coactive';
import { CREATIVE_FORCE } from './catalogue/creative-force';
import { HOTGLUE } from './catalogue/hotglue';
import { CatalogueName, KnownVendor } from './catalogue/known-vendor';

/** The vendors that the library knows, by their factories: the one list that the API, the command line and all texts are made from. */
export const CATALOGUE: Readonly<Record<CatalogueName, KnownVendor>> = {
  apperate: APPERATE,
  cloudglue: CLOUDGLUE,
  coactive: COACTIVE,
  creativeForce: CREATIVE_FORCE,
  hotglue: HOTGLUE,
};
