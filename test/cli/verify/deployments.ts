import { Deployment } from './front';
import { S3Access, S3AccessOptions, VendorS3AccessRoleProps } from '../../../src';
import { Caller } from '../../support/caller';
import { Customer, EXTERNAL_ID } from '../../support/customer';
import { NamedPolicy, PolicyDocumentJson, PolicyStatementJson } from '../../support/policy-document';
import { ORDERS } from '../../support/probe';

/** The folder that most roles here are for. */
export const FOLDER = 'exports/raw';

/** What somebody has done to a role, beside what was declared. */
export interface Changes {
  readonly trust?: (statement: PolicyStatementJson) => PolicyStatementJson;
  readonly statement?: (statement: PolicyStatementJson) => PolicyStatementJson;
  readonly more?: readonly PolicyStatementJson[];
}

export type Declared = Partial<VendorS3AccessRoleProps> & { readonly options?: S3AccessOptions };

/** A role of the library, as it is deployed. */
export function deployed(mode: 'read' | 'write' | 'readWrite', declared: Declared = {}, changes: Changes = {}): Deployment {
  const { options = { prefixes: [FOLDER] }, ...props } = declared;
  const customer = new Customer();
  customer.role([S3Access[mode](customer.orders, options)], props);
  const template = customer.deploy();
  const id = template.id('AWS::IAM::Role');
  const policies = template.identityPolicies(id).map(({ name, policy }): NamedPolicy => ({ name, policy: changed(policy, changes.statement) }));
  const more: NamedPolicy[] = changes.more === undefined ? [] : [{ name: 'More', policy: { Version: '2012-10-17', Statement: [...changes.more] } }];
  return {
    roleArn: template.arn(id),
    trust: changed(template.trustPolicy(), changes.trust),
    session: new Caller(template.arn(id), [...policies, ...more], template),
    bucket: ORDERS,
  };
}

/** A statement that somebody added by hand. */
export function allow(Action: string | string[], ...resources: string[]): PolicyStatementJson {
  return { Effect: 'Allow', Action, Resource: resources.map((resource) => `arn:aws:s3:::${ORDERS}${resource}`) };
}

/** The arguments of a command that fits the role. */
export function argumentsFor({ roleArn, bucket }: Deployment, mode: string, ...more: string[]): string[] {
  return ['--role-arn', roleArn, '--external-id', EXTERNAL_ID, '--bucket', bucket, '--prefix', FOLDER, '--mode', mode, ...more];
}

function changed(document: PolicyDocumentJson, change: Changes['statement'] = (statement) => statement): PolicyDocumentJson {
  return { ...document, Statement: document.Statement.map(change) };
}
