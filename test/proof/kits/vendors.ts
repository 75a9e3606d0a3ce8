import { askingForPrincipal, KitVendor, publishing } from './kit-vendor';
import { APPERATE, CLOUDGLUE, COACTIVE, CREATIVE_FORCE, HOTGLUE } from '../vendors';

export const CLOUDGLUE_KIT = publishing(CLOUDGLUE);
export const HOTGLUE_KIT = publishing(HOTGLUE);
export const COACTIVE_KIT = askingForPrincipal(COACTIVE);
export const CREATIVE_FORCE_KIT = publishing(CREATIVE_FORCE);
export const APPERATE_KIT = publishing(APPERATE);

/** The five. */
export const KIT_VENDORS: readonly KitVendor[] = [CLOUDGLUE_KIT, HOTGLUE_KIT, COACTIVE_KIT, CREATIVE_FORCE_KIT, APPERATE_KIT];
