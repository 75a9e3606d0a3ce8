import { App, Aws, CfnCondition, CfnMapping, Fn, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT, outputText, resourcesOf, templateOf, VENDOR_ACCOUNT, warningsOf } from './support';
import { S3Access, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess, VendorS3HandOff, VendorS3HandOffKind } from '../../src';
import { DeployedTemplate } from '../support/deployed-template';

const KEY_ARN = `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/11112222-3333-4444-5555-666677778888`;

function makeStack(): Stack {
  return new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
}

function foreignBucket(stack: Stack): IBucket {
  return Bucket.fromBucketAttributes(stack, 'Foreign', { bucketName: 'foreign-data', account: OTHER_ACCOUNT, region: 'eu-west-1' });
}

/** What the output says once it is deployed. */
function deployedHandOff(stack: Stack): VendorS3HandOff[] {
  const [roleId] = Object.keys(resourcesOf(stack, 'AWS::IAM::Role'));
  return JSON.parse(outputText(stack, 'HandOff', {
    'AWS::Partition': 'aws', 'AWS::AccountId': ACCOUNT, [`${roleId}.Arn`]: `arn:aws:iam::${ACCOUNT}:role/the-role`,
  }));
}

describe('an imported bucket in another account', () => {
  function build() {
    const stack = makeStack();
    const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.readWrite(foreignBucket(stack), { prefixes: ['in'] })] });
    return { stack, access };
  }

  test('is handed off with a warning, as data and as an output', () => {
    const { stack, access } = build();
    expect(warningsOf(access)).toEqual(['cdk-vendor-s3-access:bucketPolicyHandOff']);
    Annotations.fromStack(stack).hasWarning('/Stack/Access', Match.stringLikeRegexp('Stack/Foreign.*handOffs.*HandOff'));
    expect(access.handOffs).toHaveLength(1);
    expect(access.handOffs[0].kind).toBe(VendorS3HandOffKind.BUCKET_POLICY);
    expect(deployedHandOff(stack)).toEqual([{
      kind: 'bucketPolicy',
      resource: 'arn:aws:s3:::foreign-data',
      statements: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/the-role` },
          Action: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
          Resource: 'arn:aws:s3:::foreign-data/in/*',
          Condition: { Bool: { 'aws:SecureTransport': 'true' } },
        },
        expect.objectContaining({ Action: 's3:GetBucketLocation', Resource: 'arn:aws:s3:::foreign-data' }),
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/the-role` },
          Action: 's3:ListBucket',
          Resource: 'arn:aws:s3:::foreign-data',
          Condition: { Bool: { 'aws:SecureTransport': 'true' }, StringLike: { 's3:prefix': 'in/*' } },
        },
      ],
    }]);
  });

  test('says the same in the attribute and in the output', () => {
    const { stack, access } = build();
    expect(stack.resolve(stack.toJsonString(access.handOffs))).toEqual(Object.entries(templateOf(stack).Outputs)
      .filter(([id]) => id.includes('HandOff')).map(([, output]: any) => output.Value)[0]);
  });

  test('is extended, not replaced, when access is added later', () => {
    const { stack, access } = build();
    access.addAccess(S3Access.read(foreignBucketOf(stack), { prefixes: ['more'] }));
    expect(access.handOffs).toHaveLength(1);
    const resources = deployedHandOff(stack)[0].statements.map(({ Resource }) => Resource);
    expect(resources).toEqual(expect.arrayContaining(['arn:aws:s3:::foreign-data/in/*', 'arn:aws:s3:::foreign-data/more/*']));
  });

  test('cannot be changed through what the attribute gives away', () => {
    const { access } = build();
    access.handOffs.pop();
    expect(access.handOffs).toHaveLength(1);
  });
});

function foreignBucketOf(stack: Stack): IBucket {
  return stack.node.findChild('Foreign') as unknown as IBucket;
}

describe('an imported bucket of this account', () => {
  test.each([
    ['by name', (stack: Stack) => Bucket.fromBucketName(stack, 'Data', 'customer-data')],
    ['by ARN', (stack: Stack) => Bucket.fromBucketArn(stack, 'Data', 'arn:aws:s3:::customer-data')],
  ])('needs nothing from its owner when imported %s', (_, bucket) => {
    const stack = makeStack();
    const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket(stack), { wholeBucket: true })] });
    expect(access.handOffs).toEqual([]);
    expect(warningsOf(access)).toEqual([]);
    expect(Object.keys(templateOf(stack).Outputs).filter((id) => id.includes('HandOff'))).toEqual([]);
  });

  test('is handed off when bucketOwner says that another account owns it', () => {
    const stack = makeStack();
    const access = new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS, access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true, bucketOwner: OTHER_ACCOUNT })],
    });
    expect(access.handOffs).toMatchObject([{ kind: 'bucketPolicy' }]);
  });

  describe.each([['first', [0, 1]], ['last', [1, 0]]])('is handed off with all that is declared on it, where the declaration that names the owner comes %s', (_, order) => {
    const declarations = (stack: Stack, two = false) => {
      const bucket = Bucket.fromBucketName(stack, 'Data', 'customer-data');
      const same = two ? Bucket.fromBucketName(stack, 'Same', 'customer-data') : bucket;
      const both = [S3Access.read(bucket, { prefixes: ['a'], bucketOwner: OTHER_ACCOUNT }), S3Access.read(same, { prefixes: ['b'], pinBucketOwner: false })];
      return order.map((i) => both[i]);
    };
    const granted = (access: VendorS3AccessRole) => JSON.stringify(access.handOffs);

    test.each([['one construct', false], ['two constructs for one bucket', true]])('at once, by %s', (__, two) => {
      const stack = makeStack();
      const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: declarations(stack, two) });
      ['data/a/*', 'data/b/*'].forEach((place) => expect(granted(access)).toContain(place));
    });

    test('one by one', () => {
      const stack = makeStack();
      const [before, after] = declarations(stack);
      const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [before] });
      access.addAccess(after);
      ['data/a/*', 'data/b/*'].forEach((place) => expect(granted(access).split(place)).toHaveLength(2));
    });
  });

  test('is handed off for a vendor that is named in the bucket policy', () => {
    const stack = makeStack();
    const access = new VendorS3BucketAccess(stack, 'Access', {
      vendor: CREDENTIALS.vendor, access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })],
    });
    expect(warningsOf(access)).toEqual(['cdk-vendor-s3-access:bucketPolicyHandOff', 'cdk-vendor-s3-access:noExternalIdInBucketPolicy']);
    const [handOff] = deployedHandOff(stack);
    handOff.statements.forEach(({ Principal }) => expect(Principal).toEqual({ AWS: `arn:aws:iam::${VENDOR_ACCOUNT}:root` }));
  });
});

describe('a key that cannot be edited', () => {
  test('is handed off with the places whose objects it encrypts', () => {
    const stack = makeStack();
    const access = new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS,
      access: [S3Access.write(Bucket.fromBucketName(stack, 'Data', 'customer-data'), {
        prefixes: ['out'], encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY_ARN)],
      })],
    });
    expect(warningsOf(access)).toEqual(['cdk-vendor-s3-access:keyPolicyHandOff']);
    expect(deployedHandOff(stack)).toEqual([{
      kind: 'keyPolicy',
      resource: KEY_ARN,
      statements: [{
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: {
          ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/the-role` },
          StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::customer-data', 'arn:aws:s3:::customer-data/out/*'] },
        },
      }],
    }]);
  });

  test('is told of itself alone, where a bucket has several', () => {
    const stack = makeStack();
    const arns = [KEY_ARN, KEY_ARN.replace('1111', '9999')];
    new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS,
      access: [S3Access.write(Bucket.fromBucketName(stack, 'Data', 'customer-data'), {
        prefixes: ['out'], encryptionKeys: arns.map((arn, i) => Key.fromKeyArn(stack, `Key${i}`, arn)),
      })],
    });
    expect(deployedHandOff(stack).map(({ resource, statements }) => [resource, statements.length])).toEqual(arns.map((arn) => [arn, 1]));
  });

  test('is named by its alias where nothing else is known', () => {
    const stack = makeStack();
    const access = new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS,
      access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), {
        wholeBucket: true, encryptionKeys: [Alias.fromAliasName(stack, 'Alias', 'alias/data')],
      })],
    });
    expect(access.handOffs).toMatchObject([{ kind: 'keyPolicy', resource: 'alias/data' }]);
    expect(warningsOf(access)).toEqual(['cdk-vendor-s3-access:keyPolicyHandOff']);
  });

  test('is handed off once for all buckets that it encrypts', () => {
    const stack = makeStack();
    const encryptionKeys = [Key.fromKeyArn(stack, 'Key', KEY_ARN)];
    const access = new VendorS3AccessRole(stack, 'Access', {
      ...CREDENTIALS,
      access: ['one', 'two'].map((name) => S3Access.read(Bucket.fromBucketName(stack, name, `bucket-${name}`), { wholeBucket: true, encryptionKeys })),
    });
    expect(access.handOffs).toHaveLength(1);
    expect(JSON.stringify(deployedHandOff(stack))).toMatch(/bucket-one.*bucket-two/);
  });
});

describe('a user', () => {
  test('hands off like a role, under its own ARN', () => {
    const stack = makeStack();
    const access = new VendorS3AccessUser(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(foreignBucket(stack), { wholeBucket: true })] });
    const [userId] = Object.keys(resourcesOf(stack, 'AWS::IAM::User'));
    expect(access.handOffs).toHaveLength(1);
    expect(outputText(stack, 'HandOff')).toContain(`"Principal":{"AWS":"<${userId}.Arn>"}`);
    expect(() => JSON.parse(outputText(stack, 'HandOff'))).not.toThrow();
  });
});

test('a region apart is no reason to hand off a bucket', () => {
  const stack = makeStack();
  const bucket = Bucket.fromBucketAttributes(stack, 'Data', { bucketName: 'far-away', region: 'us-east-1' });
  const access = new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(bucket, { wholeBucket: true })] });
  expect(access.handOffs).toEqual([]);
});

test('quotation marks and backslashes in keys leave the output valid JSON', () => {
  const stack = makeStack();
  new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(foreignBucket(stack), { prefixes: ['say "hi"', 'back\\slash'] })] });
  expect(JSON.stringify(deployedHandOff(stack))).toContain(JSON.stringify('arn:aws:s3:::foreign-data/say "hi"/*'));
});

test('so do those that come out of a mapping or a condition', () => {
  const stack = makeStack();
  const mapping = new CfnMapping(stack, 'Folders', { mapping: { folders: { Stack: 'say "hi"\\' } } });
  const condition = new CfnCondition(stack, 'Here', { expression: Fn.conditionEquals(Aws.STACK_NAME, 'Stack') });
  const folders = [mapping.findInMap('folders', Aws.STACK_NAME), Token.asString(Fn.conditionIf(condition.logicalId, 'back\\"slash', 'otherwise'))];
  new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: [S3Access.read(foreignBucket(stack), { prefixes: folders })] });
  const [{ statements }] = JSON.parse(DeployedTemplate.of(stack, { account: ACCOUNT }).output('HandOff').Value) as VendorS3HandOff[];
  const objects = statements.find(({ Action }) => Action === 's3:GetObject');
  expect([...objects.Resource].sort()).toEqual(['arn:aws:s3:::foreign-data/back\\"slash/*', 'arn:aws:s3:::foreign-data/say "hi"\\/*']);
});
