import type { Vendor, VendorDefinition } from '../../api';

/** A vendor that the library knows, as the command line names it. */
export interface CatalogueEntry {
  readonly id: string;
  /** Without its principal, where that differs from customer to customer. */
  readonly vendor: Vendor;
  readonly definition: VendorDefinition;
}

/** The vendors that the library knows, sorted by name. In an app some need a principal at once; a kit asks for it. */
export function catalogue(): CatalogueEntry[] {
  // Loaded only here: most of the help needs none of it.
  /* eslint-disable @typescript-eslint/no-require-imports */
  const { Vendor: Factory } = require('../../api') as typeof import('../../api');
  const { CATALOGUE } = require('../../policy/vendor/catalogue') as typeof import('../../policy/vendor/catalogue');
  /* eslint-enable @typescript-eslint/no-require-imports */
  return Object.values(CATALOGUE).map(({ id, data, kind }) => {
    const vendor = Factory._known(data as VendorDefinition, kind);
    return { id, vendor, definition: vendor.definition };
  });
}

/** The entry of a name, whatever its case and punctuation: `Creative Force` and `creativeforce` are one. */
export function findEntry(entries: readonly CatalogueEntry[], name: string): CatalogueEntry | undefined {
  return entries.find(({ id, definition }) => [id, definition.name].map(plain).includes(plain(name)));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
