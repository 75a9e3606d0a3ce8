import { BlockList } from 'net';

/** Whether an IPv4 address lies in one of some ranges in CIDR notation; an address alone is a range of one. */
export function inRange(address: string, ranges: readonly string[]): boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const [network, bits = '32'] = range.split('/');
    list.addSubnet(network, Number(bits));
  }
  return list.check(address);
}
