import type { Vendor } from '../vendor';
import type { VendorDefinition } from '../vendor-definition';

/** A vendor that the library knows, as the command line names it. */
export interface CatalogueEntry {
  readonly id: string;
  /** Without its principal, where that differs from customer to customer. */
  readonly vendor: Vendor;
  readonly definition: VendorDefinition;
}

/** The vendors that the library knows, sorted by name. */
export function catalogue(): CatalogueEntry[] {
  // Loaded only here: most of the help needs none of it.
  /* eslint-disable @typescript-eslint/no-require-imports */
  const { Vendors } = require('../vendors') as typeof import('../vendors');
  const { Vendor: Factory } = require('../vendor') as typeof import('../vendor');
  const { COACTIVE } = require('../vendors/coactive') as typeof import('../vendors/coactive');
  /* eslint-enable @typescript-eslint/no-require-imports */
  const vendors: Readonly<Record<string, Vendor>> = {
    'apperate': Vendors.apperate(),
    'cloudglue': Vendors.cloudglue(),
    // In an app its role must be named; a kit asks for it.
    'coactive': Factory._known(COACTIVE, 'role'),
    'creative-force': Vendors.creativeForce(),
    'hotglue': Vendors.hotglue(),
  };
  return Object.entries(vendors).map(([id, vendor]) => ({ id, vendor, definition: vendor.definition }));
}

/** The entry of a name, whatever its case and punctuation: `Creative Force` and `creativeforce` are one. */
export function findEntry(entries: readonly CatalogueEntry[], name: string): CatalogueEntry | undefined {
  return entries.find(({ id, definition }) => [id, definition.name].map(plain).includes(plain(name)));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
