import { BlockList } from 'net';

/** Thousands of addresses are asked about the same ranges. */
const LISTS = new WeakMap<readonly string[], BlockList>();

/** Whether an IPv4 address lies in one of some ranges in CIDR notation; an address alone is a range of one. */
export function inRange(address: string, ranges: readonly string[]): boolean {
  const list = LISTS.get(ranges) ?? listOf(ranges);
  LISTS.set(ranges, list);
  return list.check(address);
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network, bits = '32'] = range.split('/');
    list.addSubnet(network, Number(bits));
  }
  return list;
}
