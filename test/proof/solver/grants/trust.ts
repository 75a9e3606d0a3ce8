import { callerConditions } from './caller';
import { fromAllowedAddress, inForce } from './circumstances';
import { Condition, GrantFormula } from './grant-formula';
import { Declaration } from '../../meaning/declaration';
import { trustGrants } from '../../meaning/grants';
import { Party } from '../../meaning/party';
import { and, atom, either, not, or, TRUE } from '../smt/formula';
import { is, isEitherOf, isOneOf } from '../smt/text';

/** Who can assume the role. */
export function trustFormulas(declaration: Declaration): GrantFormula[] {
  const grants = trustGrants(declaration);
  const allIds = grants.flatMap(({ externalIds }) => externalIds);
  return grants.map((grant) => {
    const { caller, externalIds } = grant;
    return {
      title: `${[...caller.accounts, ...caller.principals].join(', ')} with ${externalIds.join(' or ') || 'any external ID or none'}`,
      conditions: [
        ...callerConditions(caller),
        {
          what: 'external ID',
          holds: externalIds.length === 0 ? TRUE : and(atom('externalIdPresent'), isOneOf('externalId', externalIds)),
          near: either(not(atom('externalIdPresent')), isEitherOf('externalId', allIds.flatMap((id) => [id, `${id}x`, id.slice(0, -1)]))),
        },
        fromAllowedAddress(grant),
        ...inForce(grant),
        sessionTags(caller),
      ],
    };
  });
}

/** Each tag is a declared one, with one of its values. */
function sessionTags({ tags }: Party): Condition {
  const accepted = (i: number) => or(...tags.map(({ key, values }) =>
    and(is(`tagKey${i}`, key), values === undefined ? TRUE : isOneOf(`tagValue${i}`, values))));
  return { what: 'session tags', holds: and(...[1, 2].map((i) => or(atom(`(< tags ${i})`), accepted(i)))) };
}
