import {
  Annotations as CoreAnnotations, App, AppProps, Aspects, CfnResource, IAspect, InjectionContext, IPropertyInjector, Stack, Tags,
} from 'aws-cdk-lib';
import { Annotations } from 'aws-cdk-lib/assertions';
import { CfnRole, ManagedPolicy, PermissionsBoundary, Role, RoleProps } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { CREDENTIALS, onlyResource, outputText, permissionsIn, rename, resourcesOf, statementsOf, templateOf } from './support';
import { S3Access, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3AccessUser, VendorS3BucketPolicies } from '../../src';

function build(props: Partial<VendorS3AccessRoleProps> = {}, appProps?: AppProps) {
  const app = new App(appProps);
  const stack = new Stack(app, 'Stack');
  const bucket = new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key') });
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket, { prefixes: ['in'] })], ...props });
  return { app, stack, bucket, access };
}

describe('a permissions boundary', () => {
  test('of the app bounds the role', () => {
    const { app, stack } = build();
    PermissionsBoundary.of(app).apply(ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess'));
    expect(JSON.stringify(onlyResource(stack, 'AWS::IAM::Role').PermissionsBoundary)).toContain(':iam::aws:policy/PowerUserAccess');
  });

  test('of the app bounds the user', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    PermissionsBoundary.of(app).apply(ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'developer-boundary'));
    new VendorS3AccessUser(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })] });
    expect(JSON.stringify(onlyResource(stack, 'AWS::IAM::User').PermissionsBoundary)).toContain(':policy/developer-boundary');
  });

  test('given to the role changes nothing else about it', () => {
    const plain = build();
    const boundary = ManagedPolicy.fromManagedPolicyArn(plain.stack, 'Boundary', 'arn:aws:iam::777788889999:policy/boundary');
    const bounded = build({ permissionsBoundary: boundary });
    const { PermissionsBoundary: found, ...rest } = onlyResource(bounded.stack, 'AWS::IAM::Role');
    expect(found).toBe('arn:aws:iam::777788889999:policy/boundary');
    expect(rest).toEqual(onlyResource(plain.stack, 'AWS::IAM::Role'));
    expect(permissionsIn(bounded.stack)).toEqual(permissionsIn(plain.stack));
  });
});

describe('tags', () => {
  test('of the app reach the role', () => {
    const { app, stack } = build();
    Tags.of(app).add('CostCentre', '4711');
    expect(onlyResource(stack, 'AWS::IAM::Role').Tags).toEqual([{ Key: 'CostCentre', Value: '4711' }]);
  });

  test('of the construct reach the user and its secret', () => {
    const stack = new Stack(new App(), 'Stack');
    const access = new VendorS3AccessUser(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })] });
    Tags.of(access).add('Vendor', 'hotglue');
    for (const type of ['AWS::IAM::User', 'AWS::SecretsManager::Secret']) {
      expect(onlyResource(stack, type).Tags).toEqual([{ Key: 'Vendor', Value: 'hotglue' }]);
    }
  });
});

describe('an aspect', () => {
  class Renamer implements IAspect {
    public visit(node: IConstruct): void {
      if (node instanceof CfnRole) {
        node.path = '/third-parties/';
        node.roleName = 'acme-vendor';
      }
    }
  }

  class BoundaryGuard implements IAspect {
    public visit(node: IConstruct): void {
      if (node instanceof CfnRole && node.permissionsBoundary === undefined) {
        CoreAnnotations.of(node).addError('every role needs a boundary');
      }
    }
  }

  test('can change the path and name of the role', () => {
    const { app, stack } = build();
    Aspects.of(app).add(new Renamer());
    expect(onlyResource(stack, 'AWS::IAM::Role')).toMatchObject({ Path: '/third-parties/', RoleName: 'acme-vendor' });
    const [roleId] = Object.keys(resourcesOf(stack, 'AWS::IAM::Role'));
    expect(onlyResource(stack, 'AWS::IAM::Policy').Roles).toEqual([{ Ref: roleId }]);
  });

  test('that changes path and name is followed by what names the role in another stack', () => {
    const app = new App();
    const data = new Stack(app, 'Data');
    const stack = new Stack(app, 'Stack');
    new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, roleName: 'vendor', bucketPolicies: VendorS3BucketPolicies.ALWAYS, access: [S3Access.read(new Bucket(data, 'Data'), { wholeBucket: true })],
    });
    Aspects.of(app).add(new Renamer());
    app.synth();
    expect(JSON.stringify(statementsOf(data, 'AWS::S3::BucketPolicy')[0].Condition.ArnLike)).toContain(':role/third-parties/acme-vendor');
  });

  test('that fails on a missing boundary sees the role, and is content with one', () => {
    const bare = build();
    Aspects.of(bare.app).add(new BoundaryGuard());
    Annotations.fromStack(bare.stack).hasError('/Stack/Access/Role/Resource', 'every role needs a boundary');

    const bounded = build({ permissionsBoundary: ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess') });
    Aspects.of(bounded.app).add(new BoundaryGuard());
    Annotations.fromStack(bounded.stack).hasNoError('/Stack/Access/Role/Resource', 'every role needs a boundary');
  });

  test('can read every policy without upsetting it', () => {
    const plain = build();
    const visited = build();
    Aspects.of(visited.app).add({ visit: (node) => void (CfnResource.isCfnResource(node) && Stack.of(node).resolve((node as any).policyDocument)) });
    expect(templateOf(visited.stack)).toEqual(templateOf(plain.stack));
  });
});

describe('overrideLogicalId', () => {
  test('of bucket, key, role and policy is followed everywhere', () => {
    const { stack, bucket, access } = build({ bucketPolicies: VendorS3BucketPolicies.ALWAYS });
    const before = JSON.stringify(templateOf(build({ bucketPolicies: VendorS3BucketPolicies.ALWAYS }).stack));
    const renamed: Array<[IConstruct | undefined, string]> = [
      [bucket.node.defaultChild, 'TheBucket'], [bucket.encryptionKey!.node.defaultChild, 'TheKey'],
      [access.role.node.defaultChild, 'TheRole'], [access.node.findChild('Policy'), 'ThePolicy'],
    ];
    const old = renamed.map(([resource]) => stack.getLogicalId(resource as CfnResource));
    renamed.forEach(([resource, id]) => rename(resource, id));
    const expected = renamed.reduce((text, [, id], i) => text.split(old[i]).join(id), before);
    expect(templateOf(stack)).toEqual(JSON.parse(expected));
    expect(outputText(stack, 'AccessRoleArn')).toBe('<TheRole.Arn>');
  });
});

describe('a property injector', () => {
  class RoleInjector implements IPropertyInjector {
    public readonly constructUniqueId = Role.PROPERTY_INJECTION_ID;

    public inject(props: RoleProps, _context: InjectionContext): RoleProps {
      return { ...props, path: props.path ?? '/injected/' };
    }
  }

  test('of the app acts on the role', () => {
    const { stack } = build({}, { propertyInjectors: [new RoleInjector()] });
    expect(onlyResource(stack, 'AWS::IAM::Role')).toMatchObject({ Path: '/injected/' });
  });

  test('does not override what the declaration says', () => {
    const { stack } = build({ path: '/declared/' }, { propertyInjectors: [new RoleInjector()] });
    expect(onlyResource(stack, 'AWS::IAM::Role')).toMatchObject({ Path: '/declared/' });
  });
});
