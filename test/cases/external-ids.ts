import { Aws, Lazy } from 'aws-cdk-lib';
import { BadInput, cut, EXTERNAL_ID, role, ROLE_ARN, USER_ARN } from './bad-input';
import { ExternalIdPolicy, Vendor, Vendors } from '../../src';

const RULE = 'use 2 to 1,224 characters of letters, digits and _+=,.@:/-';
const AGREE = 'put in the ID that you and the vendor agreed on';

function malformed(wrong: string, externalId: unknown, shown = JSON.stringify(externalId)): BadInput {
  return role(wrong, { externalId }, 'ExternalIdFormat', `externalId: received ${shown}`, RULE);
}

function placeholder(externalId: string): BadInput {
  return role(`the placeholder ${externalId}`, { externalId }, 'ExternalIdPlaceholder', `externalId: received ${JSON.stringify(externalId)}`, AGREE);
}

const COACTIVE = Vendors.coactive({ roleArn: ROLE_ARN });

export const EXTERNAL_IDS: readonly BadInput[] = [
  malformed('an external ID of one character', 'k'),
  malformed('an external ID of 1,225 characters', 'k'.repeat(1225), cut(`"${'k'.repeat(1225)}"`)),
  malformed('an empty external ID', ''),
  malformed('an external ID with a space', 'acme 2025'),
  malformed('an external ID that ends in a newline', 'acme-2025\n'),
  malformed('an external ID with a letter beyond ASCII', 'äcme-2025'),
  malformed('an external ID with an emoji', 'acme-🙂'),
  malformed('an external ID with a line separator', 'acme\u2028id', '"acme\\u2028id"'),
  malformed('a wildcard as external ID', '*'),
  malformed('an external ID with a wildcard', 'acme-*'),
  malformed('an external ID with a policy variable', '${aws:PrincipalAccount}'),
  malformed('an external ID with quotes around it', '"acme-2025"'),
  malformed('an external ID with a semicolon', 'acme;2025'),
  role('an external ID with the marks of a reference', { externalId: 'ac\u0001me\u0002' },
    'KeyCharacterInvalid', 'externalId: received "ac<known at deployment>"', 'remove the control character'),
  role('a number as external ID', { externalId: 20251234 }, 'ValueTypeInvalid', 'externalId: received 20251234', 'give a string'),
  role('null as external ID', { externalId: null }, 'ValueTypeInvalid', 'externalId: received null', 'give a string'),
  role('a lazy external ID that resolves to nothing', { externalId: Lazy.string({ produce: () => undefined }) },
    'ValueTypeInvalid', 'externalId: received "a token that resolves to nothing"', 'give it a value'),
  role('no value as external ID', { externalId: Aws.NO_VALUE },
    'ValueTypeInvalid', 'externalId: received "a token that resolves to nothing"', 'give it a value'),
  role('an object as external ID', { externalId: {} }, 'ValueTypeInvalid', 'externalId: received a value of type object', 'give a string'),

  ...[
    'EXTERNAL_ID', '<EXTERNAL_ID>', '{{external_id}}', '{{EXTERNAL-ID}}', '$EXTERNAL_ID', '${ExternalId}', '[external id]', '"ExternalId"',
    'your-external-id', '<your-external-id>', 'YourUniqueExternalId', 'changeme', 'CHANGE_ME', '<change-me>', 'replace-me', 'TODO', 'TBD',
    'placeholder', 'example', 'xxxx', 'XXX-XXX', 'undefined', 'null', 'none',
  ].map(placeholder),

  role('no external ID', { externalId: undefined },
    'ExternalIdMissing', 'externalId: received nothing', 'say why in withoutExternalId'),
  role('no external ID for a vendor that may send one', { externalId: undefined, vendor: Vendor.fromDefinition({ name: 'Acme', principals: [ROLE_ARN], externalId: ExternalIdPolicy.OPTIONAL }) },
    'ExternalIdMissing', 'externalId: received nothing', 'agree on an ID with Acme'),
  role('an external ID and a reason for none', { withoutExternalId: 'internal test' },
    'ExternalIdContradiction', 'withoutExternalId: received "internal test"', 'drop one of the two'),
  role('a next external ID without a present one', { externalId: undefined, nextExternalId: 'k3J-next' },
    'ExternalIdContradiction', 'nextExternalId: received "k3J-next"', 'give the present ID as externalId'),
  role('a next external ID with a reason for none', { externalId: undefined, withoutExternalId: 'internal test', nextExternalId: 'k3J-next' },
    'ExternalIdContradiction', 'nextExternalId: received "k3J-next"', 'give the present ID as externalId'),
  role('a next external ID that equals the present one', { nextExternalId: EXTERNAL_ID },
    'ExternalIdUnchanged', `nextExternalId: received "${EXTERNAL_ID}"`, 'the ID that will replace the present one'),
  role('a next external ID that is malformed', { nextExternalId: 'k 2' }, 'ExternalIdFormat', 'nextExternalId: received "k 2"', RULE),
  role('a next external ID that is a placeholder', { nextExternalId: '<NEW>' }, 'ExternalIdFormat', 'nextExternalId: received "<NEW>"', RULE),
  role('an empty reason for no external ID', { externalId: undefined, withoutExternalId: '' },
    'ReasonMissing', 'withoutExternalId: received ""', 'the reason is what a reviewer will read'),
  role('a blank reason for no external ID', { externalId: undefined, withoutExternalId: ' \t ' },
    'ReasonMissing', 'withoutExternalId: received " \\t "', 'the reason is what a reviewer will read'),
  role('true as the reason for no external ID', { externalId: undefined, withoutExternalId: true },
    'ValueTypeInvalid', 'withoutExternalId: received true', 'give the reason as a string'),
  role('an external ID for a vendor that sends none', { vendor: COACTIVE },
    'ExternalIdNotSupported', `externalId: received "${EXTERNAL_ID}"`, 'Coactive sends none'),

  role('no external ID for an additional party', { additionalTrust: [{ vendor: Vendor.user(USER_ARN) }] },
    'ExternalIdMissing', 'additionalTrust[0].externalId: received nothing', 'withoutExternalId'),
  role('a malformed external ID of the second additional party',
    { additionalTrust: [{ vendor: Vendor.user(USER_ARN), externalId: 'one-2f9a' }, { vendor: Vendor.role(ROLE_ARN), externalId: 'two 2f9a' }] },
    'ExternalIdFormat', 'additionalTrust[1].externalId: received "two 2f9a"', RULE),
  role('an empty reason of an additional party', { additionalTrust: [{ vendor: Vendor.user(USER_ARN), withoutExternalId: '' }] },
    'ReasonMissing', 'additionalTrust[0].withoutExternalId: received ""', 'say why'),
  role('one principal with two external IDs',
    { vendor: Vendor.role(ROLE_ARN), additionalTrust: [{ vendor: Vendor.role(ROLE_ARN), externalId: 'other-2f9a' }] },
    'TrustDuplicate', `additionalTrust[0].vendor: received "${ROLE_ARN}"`, 'use nextExternalId to rotate'),
];
