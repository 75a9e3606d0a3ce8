import { ACCOUNT, bucketAccess, oneClick, READ, role, user, withProps } from './around';
import { CallBaseline } from './baseline';
import { ACCOUNT_OPTIONS, APPERATE_OPTIONS, CLOUDGLUE_OPTIONS, COACTIVE_OPTIONS, HOTGLUE_OPTIONS } from './vendors';
import { call, ConstructRecipe, Expression, fixture, struct } from '../recipe';

const READER = `arn:aws:iam::${ACCOUNT}:role/reader`;

const access = (mode: string): CallBaseline => ({
  args: [fixture('bucket'), struct('S3AccessOptions', { prefixes: ['incoming'] })],
  settings: [{ name: mode, around: (value) => role({ access: [value] }) }],
});

const scope = (...args: Expression[]): CallBaseline => ({
  args,
  settings: [
    { name: 'in a role', around: (value) => role({ access: [call('S3Access.read', fixture('bucket'), struct('S3AccessOptions', { keys: [value] }))] }) },
    {
      name: 'beside another',
      around: (value) => role({
        access: [call('S3Access.write', fixture('bucket'), struct('S3AccessOptions', { prefixes: ['incoming'], keys: [value] }))],
      }),
    },
  ],
});

const vendor = (...args: Expression[]): CallBaseline => ({
  args,
  settings: [
    { name: 'in a role', around: (value) => role({ vendor: value }) },
    { name: 'in a template for customers', around: (value) => oneClick({ vendor: value }) },
  ],
});

export const CALLS: Readonly<Record<string, CallBaseline>> = {
  'S3Access.read': access('read'),
  'S3Access.readWrite': access('readWrite'),
  'S3Access.write': access('write'),
  'S3KeyScope.folder': scope('incoming'),
  'S3KeyScope.object': scope('manifest.json'),
  'S3KeyScope.startingWith': scope('data_'),
  'S3KeyScope.template': scope('exports/{tenant}/{full_date}', { map: { tenant: 'acme' } }),
  'Vendor.account': vendor(ACCOUNT, struct('VendorAccountOptions', ACCOUNT_OPTIONS.values)),
  'Vendor.fromDefinition': vendor(struct('VendorDefinition', { name: 'Example', accounts: [ACCOUNT] })),
  'Vendor.fromDefinitionFile': vendor('no-such-file.json'),
  'Vendor.role': vendor(READER),
  'Vendor.user': vendor(`arn:aws:iam::${ACCOUNT}:user/reader`),
  'Vendors.apperate': vendor(struct('ApperateOptions', APPERATE_OPTIONS.values)),
  'Vendors.cloudglue': vendor(struct('CloudglueOptions', CLOUDGLUE_OPTIONS.values)),
  'Vendors.coactive': vendor(struct('CoactiveOptions', COACTIVE_OPTIONS.required)),
  'Vendors.hotglue': vendor(struct('HotglueOptions', HOTGLUE_OPTIONS.values)),
};

const added = (constructs: readonly ConstructRecipe[], ...args: Expression[]): ConstructRecipe[] =>
  constructs.map((recipe) => ({ ...recipe, then: [{ method: 'addAccess', with: args }] }));

const OTHER = call('S3Access.read', fixture('otherBucket'), struct('S3AccessOptions', { prefixes: ['incoming'] }));

/** Constructors and methods of constructs, with nothing where they need something. */
export const REFUSED: ReadonlyArray<readonly [subject: string, setting: string, constructs: readonly ConstructRecipe[]]> = [
  ...[
    { name: 'OneClickStack', under: 'app' as const },
    { name: 'VendorS3AccessRole', under: 'stack' as const },
    { name: 'VendorS3AccessUser', under: 'stack' as const },
    { name: 'VendorS3BucketAccess', under: 'stack' as const },
  ].flatMap(({ name, under }) => [
    [`${name}(props)`, 'null', withProps(name, under)(null)] as const,
    [`${name}(props)`, 'a struct with nothing in it', withProps(name, under)(struct(`${name}Props`, {}))] as const,
  ]),
  ...[role({}), user({}), bucketAccess({})].flatMap((constructs) => [
    [`${constructs[0].new}.addAccess(access)`, 'null', added(constructs, null)] as const,
    [`${constructs[0].new}.addAccess(access)`, 'null after another', added(constructs, OTHER, null)] as const,
  ]),
  ['VendorS3AccessRoleProps.access', 'an empty list', role({ access: [] })],
  ['VendorS3AccessRoleProps.access', 'the same twice, and null', role({ access: [READ, READ, null] })],
];
