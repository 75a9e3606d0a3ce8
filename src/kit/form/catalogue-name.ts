import { PrincipalKind } from '../../policy/aws';
import { VendorData } from '../../policy/vendor';
import { CATALOGUE, CatalogueName } from '../../policy/vendor/catalogue';

/** The factory of `Vendors` that makes exactly this vendor; nothing where a vendor differs from the catalogue's in anything. */
export function catalogueName(data: VendorData, kind: PrincipalKind): CatalogueName | undefined {
  const text = canonical(data);
  return Object.values(CATALOGUE).find((known) => known.kind === kind && canonical(known.data) === text)?.factory;
}

/** The same text for the same data, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
    : item));
}
