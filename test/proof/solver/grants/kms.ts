import { callerConditions } from './caller';
import { inForce } from './circumstances';
import { Condition, GrantFormula } from './grant-formula';
import { inPatterns, nameOf, nearMisses } from './pattern';
import { CUSTOMER, Declaration, REGION } from '../../meaning/declaration';
import { KeyGrant } from '../../meaning/grant';
import { keyGrants } from '../../meaning/grants';
import { and, atom, either, not, or } from '../smt/formula';
import { is, isEitherOf, isOneOf, startsWith } from '../smt/text';

/** What the vendor may do with KMS keys. */
export function kmsFormulas(declaration: Declaration, keyArn: (key: number) => string): GrantFormula[] {
  return keyGrants(declaration).map((grant) => {
    const { key, actions, via, contexts, caller } = grant;
    return {
      title: `${actions.join(', ')} with key ${key} for ${contexts.map(nameOf).join(', ')}`,
      conditions: [
        { what: 'action', holds: isOneOf('action', actions.map((action) => action.replace('kms:', '').toLowerCase())), near: isEitherOf('action', NEIGHBOURS) },
        ...isKey(grant, keyArn),
        { what: 'through S3', holds: and(atom('viaPresent'), is('via', via)) },
        {
          what: 'encryption context',
          holds: and(atom('contextPresent'), inPatterns(contexts, 'context')),
          near: either(not(atom('contextPresent')), isEitherOf('context', contexts.flatMap((context) => nearMisses(context)))),
        },
        ...inForce(grant),
        ...callerConditions(caller),
      ],
    };
  });
}

/** Actions that would be tempting to allow as well. */
const NEIGHBOURS = ['generatedatakey', 'encrypt', 'describekey', 'reencryptfrom'];

/** A key given by alias is whichever key of the customer's has that alias now. */
function isKey({ key, alias }: KeyGrant, keyArn: (key: number) => string): Condition[] {
  return alias === undefined ? [{ what: 'key', holds: is('resource', keyArn(key)) }] : [
    { what: 'key', holds: startsWith('resource', `arn:aws:kms:${REGION}:${CUSTOMER}:key/`) },
    { what: 'alias', holds: or(...[1, 2].map((i) => and(atom(`(>= aliases ${i})`), is(`alias${i}`, alias)))) },
  ];
}
