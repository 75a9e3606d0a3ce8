import { Condition } from './grant-formula';
import { Party } from '../../meaning/party';
import { and, atom, Formula, or, TRUE } from '../smt/formula';
import { belongsTo, is, isOneOf, Language } from '../smt/text';

/** Who calls, and what else is asked of the caller; of a role or user, nothing. */
export function callerConditions(party: Party | undefined): Condition[] {
  return party === undefined ? [] : [
    { what: 'caller', holds: isParty(party) },
    { what: 'caller\'s name', holds: party.names === undefined ? TRUE : or(...party.names.map(hasName)) },
    {
      what: 'organization',
      holds: party.organizationId === undefined ? TRUE : and(atom('organizationPresent'), is('organization', party.organizationId)),
    },
  ];
}

function isParty({ accounts, principals }: Party): Formula {
  return or(isOneOf('callerAccount', accounts), ...principals.map((arn) => {
    const [account, end] = accountAndEnd(arn);
    return and(is('callerAccount', account), is('callerEnd', end));
  }));
}

function hasName(pattern: string): Formula {
  const [account, end] = accountAndEnd(pattern);
  const parts = end.split(/([*?])/).map((part) => (part === '*' ? Language.anything : part === '?' ? Language.character : Language.exactly(part)));
  return and(is('callerAccount', account), belongsTo('callerEnd', Language.sequence(...parts)));
}

function accountAndEnd(arn: string): [string, string] {
  const match = /^arn:aws:iam::(\d{12}):(.+)$/.exec(arn)!;
  return [match[1], match[2]];
}
