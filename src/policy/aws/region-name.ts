import { partitionNamed, PARTITIONS } from './partitions';
import { didYouMean, fail, nearest } from '../base';

/** The form of a region's name, as the source of a regular expression; regions are added too often for a list. */
export const REGION_NAME = '[a-z]{2,5}(?:-[a-z]{2,})+-[0-9]{1,2}';

const REGION = new RegExp(`^${REGION_NAME}$`);

/** Checks the name of a region: its form, and that it is not one of those that are known, misspelt. */
export function checkRegion(region: string, field: string): string {
  if (!REGION.test(region)) {
    fail('RegionInvalid', field, region, `${didYouMean(region, KNOWN)}give a region such as eu-west-1`);
  }
  const meant = mayBeNew(region) ? undefined : nearest(region, KNOWN);
  if (meant !== undefined) {
    fail('RegionInvalid', field, region, `did you mean "${meant}"?`);
  }
  return region;
}

/**
 * Whether this may be the name of a region, known or not.
 *
 * New regions have come in one form for as long as there are any: an area, of two letters or as partitions have it; a point of the compass;
 * and a number. So a name of that form may be newer than this package, however near it is to another one: `eu-west-9` is no `eu-west-1`. Only
 * what has another form is compared.
 */
function mayBeNew(region: string): boolean {
  const { area, point } = partsOf(region);
  return POINTS.has(point) && (area.length === 2 || AREAS.has(area));
}

const KNOWN = PARTITIONS.flatMap((name) => [...partitionNamed(name).regions]);

const POINTS = new Set(['central', 'north', 'south', 'east', 'west', 'northeast', 'northwest', 'southeast', 'southwest']);

const AREAS = new Set(KNOWN.map((name) => partsOf(name).area));

function partsOf(region: string): { readonly area: string; readonly point: string } {
  const parts = region.split('-');
  return { area: parts.slice(0, -2).join(), point: parts[parts.length - 2] };
}
