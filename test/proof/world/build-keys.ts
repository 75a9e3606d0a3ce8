import { Aws } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Stacks } from './environment';
import { LateValues } from './late-values';
import { CUSTOMER, KeyDeclaration } from '../meaning/declaration';

/** A key as a customer would write it. */
export function keyOf({ access, data, site }: Stacks, late: LateValues, declared: KeyDeclaration, construct: string): IKey {
  const { source, id, owner = CUSTOMER, region = site.region, there } = declared;
  switch (source) {
    case 'created':
      return new Key(data, construct);
    case 'strict':
      // Its administrators may do everything but use it.
      return new Key(data, construct, {
        policy: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['kms:Describe*', 'kms:PutKeyPolicy'], resources: ['*'], principals: [new AccountRootPrincipal()] })],
        }),
      });
    case 'imported':
      return there
        ? Key.fromKeyArn(data, construct, `arn:${Aws.PARTITION}:kms:${Aws.REGION}:${Aws.ACCOUNT_ID}:key/${id}`)
        : Key.fromKeyArn(access, construct, late.told('keys', `arn:${site.partition}:kms:${region}:${owner}:key/${id}`));
    case 'alias':
      return Alias.fromAliasName(there ? data : access, construct, `alias/${id}`);
  }
}
