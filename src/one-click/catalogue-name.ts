import { CatalogueName } from './setup/facts';
import { PrincipalKind, VendorData } from '../private/policy';
import { APPERATE } from '../vendors/apperate';
import { CLOUDGLUE } from '../vendors/cloudglue';
import { COACTIVE } from '../vendors/coactive';
import { CREATIVE_FORCE } from '../vendors/creative-force';
import { HOTGLUE } from '../vendors/hotglue';

/** The vendors of the catalogue, as they are before a customer names a principal. */
const CATALOGUE: ReadonlyArray<{ readonly name: CatalogueName; readonly data: VendorData; readonly kind: PrincipalKind }> = [
  { name: 'apperate', data: APPERATE, kind: 'user' },
  { name: 'cloudglue', data: CLOUDGLUE, kind: 'any' },
  { name: 'coactive', data: COACTIVE, kind: 'role' },
  { name: 'creativeForce', data: CREATIVE_FORCE, kind: 'any' },
  { name: 'hotglue', data: HOTGLUE, kind: 'any' },
];

/** The factory of `Vendors` that makes exactly this vendor; nothing where a vendor differs from the catalogue's in anything. */
export function catalogueName(data: VendorData, kind: PrincipalKind): CatalogueName | undefined {
  const text = canonical(data);
  return CATALOGUE.find((known) => known.kind === kind && canonical(known.data) === text)?.name;
}

/** The same text for the same data, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
    : item));
}
