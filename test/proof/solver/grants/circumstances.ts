import { Condition } from './grant-formula';
import { AnyGrant } from '../../meaning/grant';
import { and, atom, FALSE, or, TRUE } from '../smt/formula';

/** Whether the access is in force at all. */
export function inForce({ suspended, before }: AnyGrant): Condition[] {
  return [
    { what: 'not suspended', holds: suspended ? FALSE : TRUE },
    { what: 'before the end', holds: before === undefined ? TRUE : atom(`(< time ${Date.parse(before)})`) },
  ];
}

/** Whether a call comes from where it may. */
export function fromAllowedAddress({ from }: AnyGrant): Condition {
  return {
    what: 'source address',
    holds: from === undefined ? TRUE : and(atom('addressPresent'), or(...from.map((range) => {
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
