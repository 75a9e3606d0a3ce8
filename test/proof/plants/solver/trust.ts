import { PlantedBug } from './bug';
import { Declaration } from '../../meaning/declaration';
import { EXPIRY, EXTERNAL_ID, OTHER_VENDOR, role, VENDOR, VENDOR_ROLE } from '../../solver/cases/case';
import { actions, all, Change, dropCondition, forgetEnd, operator, principal, replace, turn, values } from '../change';

const SECOND = `arn:aws:iam::${OTHER_VENDOR}:role/support`;
const plain = role({});
const narrowed = role({ vendor: { kind: 'account', id: VENDOR, principalArns: [`arn:aws:iam::${VENDOR}:role/ingest-*`], organizationId: 'o-a1b2c3d4e5' } });
const named = role({ vendor: { kind: 'role', arn: VENDOR_ROLE } });
const rotated = role({ nextExternalId: 'k3J-2f9b' });
const limited = role({ expiresAt: EXPIRY, allowedSourceIps: ['203.0.113.0/24', '198.51.100.7/32'] });
const two = role({ vendor: { kind: 'role', arn: VENDOR_ROLE }, additionalTrust: [{ vendor: { kind: 'role', arn: SECOND }, externalId: 'second-id' }] });
const tagged = role({
  vendor: { kind: 'definition', definition: { accounts: [VENDOR], sessionTags: [{ key: 'Tenant', values: ['acme', 'acme-eu'] }, { key: 'Purpose' }] } },
});

type Row = readonly [string, Declaration, Change];

const MORE: readonly Row[] = [
  ['an external ID that is not checked', plain, dropCondition('sts:ExternalId')],
  ['an external ID that is checked only if there is one', plain, operator('StringEquals', 'StringEqualsIfExists')],
  ['an external ID with a wildcard', plain, all(operator('StringEquals', 'StringLike'), values('sts:ExternalId', (ids) => ids.map((id) => `${id}*`)))],
  ['names that are not checked', narrowed, dropCondition('aws:PrincipalArn')],
  ['names that are checked loosely', narrowed, replace('role/ingest-*', 'role/ingest*')],
  ['an organization that is not checked', narrowed, dropCondition('aws:PrincipalOrgID')],
  ['a whole account for a role', named, principal(`arn:aws:iam::${VENDOR}:root`)],
  ['everybody', named, principal('*')],
  ['external IDs that are crossed', two, values('sts:ExternalId', () => [EXTERNAL_ID, 'second-id'])],
  ['external IDs that are swapped', two, values('sts:ExternalId', ([id]) => [id === EXTERNAL_ID ? 'second-id' : EXTERNAL_ID])],
  ['principals that are crossed', two, (statement) => ({ ...statement, Principal: { AWS: [VENDOR_ROLE, SECOND] } })],
  ['an expiry of trust that is forgotten', limited, forgetEnd],
  ['source addresses of trust that are not checked', limited, dropCondition('aws:SourceIp')],
  ['tags that are not checked', tagged, dropCondition('aws:TagKeys')],
  ['tags of which one is checked', tagged, operator('ForAllValues:StringEquals', 'ForAnyValue:StringEquals')],
  ['values of tags that are not checked', tagged, dropCondition('aws:RequestTag/Tenant')],
  ['a suspension that lets in', role({ suspended: true }), turn],
  ['a pending vendor that is everybody', role({ vendor: { kind: 'pending' }, externalId: undefined }), turn],
];

const LESS: readonly Row[] = [
  ['a rotation without the next ID', rotated, values('sts:ExternalId', ([id]) => [id])],
  ['a rotation without the present ID', rotated, values('sts:ExternalId', (ids) => ids.slice(1))],
  ['a principal that is dropped', two, (statement) => (JSON.stringify(statement).includes(SECOND) ? undefined : statement)],
  ['another principal', named, principal(`${VENDOR_ROLE}-2`)],
  ['an exact comparison of names', narrowed, replace('role/ingest-*', 'role/ingest')],
  ['tags that cannot be set', tagged, actions((names) => names.filter((one) => one !== 'sts:TagSession'))],
  ['a tag that is dropped', tagged, values('aws:TagKeys', () => ['Tenant'])],
  ['a value of a tag that is dropped', tagged, values('aws:RequestTag/Tenant', () => ['acme'])],
  ['a value where no tag is set', tagged, operator('StringEqualsIfExists', 'StringEquals')],
  ['an external ID in other letters', plain, replace(EXTERNAL_ID, EXTERNAL_ID.toUpperCase())],
  ['a range of addresses of trust that is dropped', limited, values('aws:SourceIp', (ranges) => ranges.slice(1))],
];

export const TRUST_BUGS: readonly PlantedBug[] = [
  ...MORE.map(([name, declaration, change]): PlantedBug => ({ name, declaration, change, place: 'trust', subject: 'trust', direction: 'more' })),
  ...LESS.map(([name, declaration, change]): PlantedBug => ({ name, declaration, change, place: 'trust', subject: 'trust', direction: 'less' })),
  {
    name: 'every action of STS', declaration: plain, place: 'trust', change: replace('sts:AssumeRole', 'sts:*'), subject: 'otherTrust', direction: 'more',
  },
];
