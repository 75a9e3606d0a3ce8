import { partyConditions } from './caller';
import { fromAllowedAddress, inForce } from './circumstances';
import { Condition, Grant } from './grant';
import { Party, vendorMeaning } from './vendor';
import { Declaration, VendorDeclaration } from '../../world/declaration';
import { and, atom, either, not, or, TRUE } from '../smt/formula';
import { is, isEitherOf, isOneOf } from '../smt/text';

/** Who can assume the role: each vendor with its own external ID, never with another's. */
export function trustMeaning(declaration: Declaration): Grant[] {
  const { vendor, externalId, nextExternalId, additionalTrust = [] } = declaration;
  const pairs: Array<{ vendor: VendorDeclaration; externalIds: Array<string | undefined> }> = [
    { vendor, externalIds: [externalId, nextExternalId] },
    ...additionalTrust.map((more) => ({ vendor: more.vendor, externalIds: [more.externalId] })),
  ];
  const allIds = pairs.flatMap((pair) => pair.externalIds).filter((id) => id !== undefined);
  return pairs.flatMap((pair) => vendorMeaning(pair.vendor).parties.map((party): Grant => {
    const externalIds = pair.externalIds.filter((id) => id !== undefined);
    return {
      title: `${pair.vendor.kind} ${[...party.accounts ?? [], ...party.principals ?? []].join(', ')} with ${externalIds.join(' or ') || 'any external ID or none'}`,
      conditions: [
        ...partyConditions(party),
        {
          what: 'external ID',
          holds: externalIds.length === 0 ? TRUE : and(atom('externalIdPresent'), isOneOf('externalId', externalIds)),
          near: either(not(atom('externalIdPresent')), isEitherOf('externalId', allIds.flatMap((id) => [id, `${id}x`, id.slice(0, -1)]))),
        },
        fromAllowedAddress(declaration),
        ...inForce(declaration),
        sessionTags(party),
      ],
    };
  }));
}

/** A vendor sets the tags that it declared, with the values that it declared, and no others. */
function sessionTags({ tags }: Party): Condition {
  const accepted = (i: number) => or(...tags.map(({ key, values }) =>
    and(is(`tagKey${i}`, key), values === undefined ? TRUE : isOneOf(`tagValue${i}`, values))));
  return { what: 'session tags', holds: and(...[1, 2].map((i) => or(atom(`(< tags ${i})`), accepted(i)))) };
}
