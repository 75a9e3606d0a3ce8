import { Condition } from './grant';
import { Declaration } from '../../world/declaration';
import { and, atom, FALSE, or, TRUE } from '../smt/formula';

/** Whether the access is in force at all. */
export function inForce({ suspended, expiresAt }: Declaration): Condition[] {
  return [
    { what: 'not suspended', holds: suspended ? FALSE : TRUE },
    { what: 'before the end', holds: expiresAt === undefined ? TRUE : atom(`(< time ${Date.parse(expiresAt)})`) },
  ];
}

/** Whether a call comes from where it may. */
export function fromAllowedAddress({ allowedSourceIps }: Declaration): Condition {
  return {
    what: 'source address',
    holds: allowedSourceIps === undefined ? TRUE : and(atom('addressPresent'), or(...allowedSourceIps.map((range) => {
      const [first, last] = ends(range);
      return and(atom(`(>= address ${first})`), atom(`(<= address ${last})`));
    }))),
  };
}

/** The first and the last address of a range. */
function ends(range: string): [number, number] {
  const [network, length = '32'] = range.split('/');
  const number = network.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const size = 2 ** (32 - Number(length));
  const first = number - number % size;
  return [first, first + size - 1];
}
