import { Code, definitionLiteral } from './definition-literal';
import { CATALOGUE } from '../../policy/vendor/catalogue';
import { Setup, SetupBucket } from '../form';
import { listLiteral, objectLiteral, textLiteral } from './typescript-literal';
import { byCodeUnit } from '../../policy/base';

/** An app in TypeScript whose stack makes the role with the construct. */
export function cdkSnippet(setup: Setup): string {
  const { facts, accountId, region, roleName, roleNameFixed, externalId, buckets } = setup;
  const vendor = vendorCode(setup);
  const hasKeys = buckets.some(({ keyArn }) => keyArn !== undefined);
  const props: Array<readonly [string, string]> = [
    ['vendor', vendor.code],
    ...(externalId === undefined ? [] : [['externalId', textLiteral(externalId)] as const]),
    ...(roleNameFixed ? [] : [['roleName', textLiteral(roleName)] as const]),
    ['access', listLiteral(buckets.map((bucket, i) => `\n${access(bucket, i + 1)}`.slice(1)), '  ')],
  ];
  return `import { App, Stack } from 'aws-cdk-lib';
${hasKeys ? 'import { Key } from \'aws-cdk-lib/aws-kms\';\n' : ''}import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ${['S3Access', 'VendorS3AccessRole', ...vendor.imports].sort(byCodeUnit).join(', ')} } from 'cdk-vendor-s3-access';

const app = new App();
const stack = new Stack(app, ${textLiteral(facts.stackName)}, {
  env: { account: ${textLiteral(accountId)}, region: ${textLiteral(region)} },
});

${buckets.map(imports).join('')}
new VendorS3AccessRole(stack, 'Access', ${objectLiteral(props, '')});
`;
}

function imports({ bucketName, keyArn }: SetupBucket, i: number): string {
  const number = i + 1;
  return [
    `const bucket${number} = Bucket.fromBucketName(stack, 'Bucket${number}', ${textLiteral(bucketName)});\n`,
    ...(keyArn === undefined ? [] : [`const key${number} = Key.fromKeyArn(stack, 'Key${number}', ${textLiteral(keyArn)});\n`]),
  ].join('');
}

function access({ prefix, mode, keyArn }: SetupBucket, number: number): string {
  const options = [
    prefix === undefined ? 'wholeBucket: true' : `prefixes: [${textLiteral(prefix)}]`,
    ...(keyArn === undefined ? [] : [`encryptionKeys: [key${number}]`]),
  ];
  return `S3Access.${mode}(bucket${number}, { ${options.join(', ')} })`;
}

/** A factory of the catalogue where it makes exactly this vendor; otherwise the definition, with the principal in it. */
function vendorCode({ facts, principalArn, pending }: Setup): Code {
  const { catalogue, vendor } = facts;
  const option = catalogue && CATALOGUE[catalogue].principalOption;
  // Coactive's factory wants the principal at once.
  if (catalogue !== undefined && !(pending && catalogue === 'coactive')) {
    return {
      code: `Vendors.${catalogue}(${option === undefined || principalArn === undefined ? '' : `{ ${option}: ${textLiteral(principalArn)} }`})`,
      imports: ['Vendors'],
    };
  }
  const definition = definitionLiteral(principalArn === undefined ? vendor : { ...vendor, principals: [principalArn] }, '  ');
  return { code: `Vendor.fromDefinition(${definition.code})`, imports: ['Vendor', ...definition.imports] };
}
