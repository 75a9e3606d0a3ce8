import { CfnParameter, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BadInput, cut, makeRole, role } from './bad-input';
import { Vendor, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps } from '../../src';

const NAME = 'use 1 to 64 characters of letters, digits and _+=,.@-';
const PATH = 'start and end with a slash, such as /vendors/, in at most 512 characters';
const HOURS = 'give 1 to 12 hours';

function roleName(wrong: string, name: unknown, code: BadInput['code'] = 'NameInvalid', says = NAME): BadInput {
  return role(wrong, { roleName: name }, code, `roleName: received ${JSON.stringify(name)}`, says);
}

function path(wrong: string, given: unknown, shown = JSON.stringify(given)): BadInput {
  return role(wrong, { path: given }, 'PathInvalid', `path: received ${shown}`, PATH);
}

function duration(wrong: string, given: Duration, seconds: number): BadInput {
  return role(wrong, { maxSessionDuration: given }, 'SessionDurationInvalid', `maxSessionDuration: received "${seconds} seconds"`, HOURS);
}

function noProps(wrong: string, props: unknown, shown: string): BadInput {
  return {
    wrong,
    code: 'ValueTypeInvalid',
    finding: `props: received ${shown}`,
    says: 'give an object with named properties',
    build: (stack) => void new VendorS3AccessRole(stack, 'Access', props as VendorS3AccessRoleProps),
  };
}

export const ROLE_PROPS: readonly BadInput[] = [
  noProps('no props of a role', undefined, 'nothing'),
  noProps('null as props of a role', null, 'null'),
  noProps('a list as props of a role', [], 'a list of 0'),

  roleName('an empty role name', ''),
  roleName('a role name of 65 characters', 'r'.repeat(65)),
  roleName('a role name with a space', 'acme role'),
  roleName('a role name with a slash', 'vendors/acme'),
  roleName('a role name with a wildcard', 'acme-*'),
  roleName('a role name beyond ASCII', 'rôle'),
  roleName('a role name that ends in a newline', 'acme\n'),
  roleName('a number as role name', 5, 'ValueTypeInvalid', 'give a string'),
  roleName('null as role name', null, 'ValueTypeInvalid', 'give a string'),
  role('another role name than the one that the vendor works with', { vendor: Vendors.cloudglue(), roleName: 'mine' },
    'RoleNameFixed', 'roleName: received "mine"', 'Cloudglue works with cloudglue-external-s3-access-role only'),

  path('an empty path', ''),
  path('a path without a slash in front', 'vendors/'),
  path('a path without a slash at its end', '/vendors'),
  path('a path with an empty segment', '/vendors//acme/'),
  path('a path with a space', '/our vendors/'),
  path('a path with a wildcard', '/vendors/*/'),
  path('a path of 513 characters', `/${'v'.repeat(511)}/`, cut(`"/${'v'.repeat(511)}/"`)),
  role('null as path', { path: null }, 'ValueTypeInvalid', 'path: received null', 'give a string'),

  role('a description of 1,001 characters', { description: 'd'.repeat(1001) },
    'DescriptionInvalid', `description: received ${cut(`"${'d'.repeat(1001)}"`)}`, 'use at most 1000 characters up to U+00FF'),
  role('a description beyond U+00FF', { description: 'für “Acme”' }, 'DescriptionInvalid', 'description: received "für “Acme”"', 'up to U+00FF'),
  role('a description with a null character', { description: 'Acme\u0000' },
    'DescriptionInvalid', 'description: received "Acme\\u0000"', 'up to U+00FF'),
  role('a number as description', { description: 1 }, 'ValueTypeInvalid', 'description: received 1', 'give a string'),

  duration('a session of 59 minutes', Duration.minutes(59), 3540),
  duration('a session of 13 hours', Duration.hours(13), 46800),
  duration('a session of 12 hours and a second', Duration.seconds(43201), 43201),
  duration('a session of no time', Duration.seconds(0), 0),
  duration('a session of half a second', Duration.millis(500), 0.5),
  role('a number as session duration', { maxSessionDuration: 3600 }, 'ValueTypeInvalid', 'maxSessionDuration: received 3600', 'give a Duration'),
  role('null as session duration', { maxSessionDuration: null }, 'ValueTypeInvalid', 'maxSessionDuration: received null', 'give a Duration'),
  role('an object as session duration', { maxSessionDuration: { hours: 2 } },
    'ValueTypeInvalid', 'maxSessionDuration: received a value of type object', 'give a Duration'),
  role('a session duration known only at deployment',
    (stack) => ({ maxSessionDuration: Duration.seconds(new CfnParameter(stack, 'Seconds', { type: 'Number' }).valueAsNumber) }),
    'SessionDurationInvalid', 'maxSessionDuration: received "a duration that is known only at deployment"', 'of 1 to 12 hours'),

  role('a number as permissions boundary', { permissionsBoundary: 4 }, 'BoundaryInvalid', 'permissionsBoundary: received 4', 'give an iam.ManagedPolicy'),
  role('null as permissions boundary', { permissionsBoundary: null }, 'BoundaryInvalid', 'permissionsBoundary: received null', 'give an iam.ManagedPolicy'),
  role('an ARN as permissions boundary', { permissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    'BoundaryInvalid', 'permissionsBoundary: received "arn:aws:iam::aws:policy/ReadOnlyAccess"', 'or an imported one'),

  role('null as additional trust', { additionalTrust: null }, 'ValueTypeInvalid', 'additionalTrust: received null', 'give a list'),
  role('an object as additional trust', { additionalTrust: { vendor: Vendors.cloudglue() } },
    'ValueTypeInvalid', 'additionalTrust: received a value of type object', 'give a list'),

  {
    wrong: 'two roles of one name in one stack',
    code: 'RoleNameTaken',
    finding: 'roleName: received "vendor-role"',
    says: 'Test/Access in stack Test has this name; an account holds one role of a name, in all regions together; declare all access on that one',
    place: 'Test/Second/Access',
    build: (stack) => {
      for (const scope of [stack, new Construct(stack, 'Second')]) {
        makeRole(scope, { roleName: 'vendor-role' });
      }
    },
  },
  {
    wrong: 'two roles in one stack that would export the same names',
    code: 'OutputsConflict',
    finding: 'exportOutputs: received true',
    says: 'set exportOutputs to false, or use a stack for each',
    place: 'Test/Second/Access',
    build: (stack) => {
      for (const scope of [stack, new Construct(stack, 'Second')]) {
        makeRole(scope, { vendor: Vendor.fromDefinition({ name: 'Acme', accounts: ['123456789012'], exportOutputs: true }) });
      }
    },
  },
  role('a misspelt property', { suspend: true } as object, 'PropertyUnknown', 'props.suspend: received true', 'did you mean "suspended"?'),
  role('a property in other case', { allowedSourceIPs: ['203.0.113.0/24'] } as object, 'PropertyUnknown', 'props.allowedSourceIPs: received a list of 1', 'did you mean "allowedSourceIps"?'),
  role('a text as a switch', { suspended: 'false' as any }, 'ValueTypeInvalid', 'suspended: received "false"', 'give true or false'),
  role('a misspelt property of additional trust', { additionalTrust: [{ vendor: Vendors.creativeForce(), externalID: 'abcd' } as any] },
    'PropertyUnknown', 'additionalTrust[0].externalID: received "abcd"', 'did you mean "externalId"? the properties are externalId'),
  role('additional trust for a vendor that demands another name', { roleName: 'vendor-role', additionalTrust: [{ vendor: Vendors.cloudglue(), externalId: 'abcd' }] },
    'RoleNameFixed', 'roleName: received "vendor-role"', 'or give that vendor a role of its own'),
];
