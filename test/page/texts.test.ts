import { views } from '../../page/texts';
import { Vendors } from '../../src';
import { checkSetup, kitFacts, SetupInput } from '../../src/kit/form';

const FACTS = kitFacts(Vendors.cloudglue(), { slots: 10 });

/** Texts of a view, by name. */
function texts(id: string, buckets: SetupInput['buckets']): Record<string, string> {
  const { setup } = checkSetup(FACTS, { accountId: '111122223333', region: 'eu-west-1', externalId: 'acme-7f3k', principalArn: '', roleName: '', buckets });
  const view = views(FACTS).find((one) => one.id === id)!;
  return Object.fromEntries(view.texts(setup!).map(({ name, content }) => [name, content]));
}

const BUCKET = { bucketName: 'acme-videos', prefix: '', wholeBucket: true, mode: 'read', keyArn: '' };
const IN_FOLDER = { ...BUCKET, wholeBucket: false, prefix: 'x' };

test('there is a view for each way to set up by hand', () => {
  expect(views(FACTS).map(({ id }) => id)).toEqual(['trust', 'permissions', 'cli', 'cdk', 'terraform']);
});

test('a small set-up has one permission policy', () => {
  expect(Object.keys(texts('permissions', [BUCKET]))).toEqual(['permission policy']);
});

test('what does not fit inline is shown as managed policies, counted from 1', () => {
  const many = Array.from({ length: 10 }, (_, i) => ({ ...IN_FOLDER, bucketName: `acme-${i}-${'x'.repeat(50)}`, prefix: `${i}${'p'.repeat(900)}`, mode: 'readWrite' }));
  const names = Object.keys(texts('permissions', many));
  expect(names.slice(0, 2)).toEqual(['inline policy', 'managed policy 1']);
  expect(names).toHaveLength(new Set(names).size);
});

test('the owner of a key in another account gets statements; the customer\'s own key needs none', () => {
  const foreign = 'arn:aws:kms:eu-west-1:444455556666:key/1';
  const own = 'arn:aws:kms:eu-west-1:111122223333:key/1';
  const shown = texts('permissions', [{ ...BUCKET, keyArn: foreign }, { ...IN_FOLDER, keyArn: own }]);
  const names = Object.keys(shown).filter((name) => name.startsWith('statements'));
  expect(names).toEqual([`statements for the policy of ${foreign}, to be added by its owner`]);
  expect(JSON.parse(shown[names[0]])).toEqual([expect.objectContaining({ Effect: 'Allow', Action: 'kms:Decrypt' })]);
});
