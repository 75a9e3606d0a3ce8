import { Claim } from './claim';
import { role } from '../baselines/around';
import { Plan } from '../plan';
import { call, ConstructRecipe, Expression, fixture, struct } from '../recipe';

/**
 * What a getter returns means the same when it is passed in again. What was left out comes to the user as null, so most nulls that
 * nobody has written down come about in this way.
 */
export function handedBackClaims(plan: Plan): Claim[] {
  const claim = (setting: string, again: (value: Expression) => readonly ConstructRecipe[], value: Expression, handed: Expression): Claim =>
    ({ kind: 'exact', subject: 'what a getter returned', setting, app: plan.add(again(handed)), expected: { as: plan.add(again(value)) } });
  return [
    ...OPTIONS.map(([setting, mode, options]) => claim(
      setting,
      (value) => role({ access: [call(`S3Access.${mode}`, fixture('bucket'), value)] }),
      options,
      { get: 'options', of: call(`S3Access.${mode}`, fixture('bucket'), options) },
    )),
    ...DEFINITIONS.map(([setting, definition]) => claim(
      setting,
      (value) => role({ vendor: call('Vendor.fromDefinition', value) }),
      definition,
      { get: 'definition', of: call('Vendor.fromDefinition', definition) },
    )),
  ];
}

const KEYS: Expression = [call('S3KeyScope.object', 'manifest.json')];

const OPTIONS: ReadonlyArray<readonly [setting: string, mode: string, options: Expression]> = [
  ['options with a folder', 'read', struct('S3AccessOptions', { prefixes: ['incoming'] })],
  ['options with keys', 'write', struct('S3AccessOptions', { keys: KEYS })],
  ['options with switches', 'readWrite', struct('S3AccessOptions', { prefixes: ['incoming'], keys: KEYS, versions: true, requireTls: false })],
];

const DEFINITIONS: ReadonlyArray<readonly [setting: string, definition: Expression]> = [
  ['a short definition', struct('VendorDefinition', { name: 'Example', accounts: ['444455556666'] })],
  ['a definition with structs in it', struct('VendorDefinition', {
    name: 'Example',
    accounts: ['444455556666'],
    companionBuckets: [
      struct('VendorCompanionBucket', { bucketName: 'vendor-transfer', ownerAccount: '444455556666', mode: { enum: 'S3AccessMode.READ' }, prefixes: ['a'] }),
    ],
    sessionTags: [struct('VendorSessionTag', { key: 'Tenant' }), struct('VendorSessionTag', { key: 'Team', values: ['data'] })],
  })],
];
