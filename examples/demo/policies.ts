import { table } from './table';
import { Statement } from './template';
import { TemplateReader } from './template-reader';

const TLS = 'aws:SecureTransport';
const OWNER = 'aws:ResourceAccount';

/** A table with a heading. */
export interface Block {
  readonly heading: string;
  readonly body: string;
}

/** Who may assume a role, and how. */
export function trusts(reader: TemplateReader): Block[] {
  return reader.resources('AWS::IAM::Role').map(({ properties }) => {
    const statements = properties.AssumeRolePolicyDocument.Statement;
    const pending = statements.some(isAllow) ? '' : ' (pending: nobody can assume it yet)';
    return {
      heading: `Role ${properties.RoleName ?? 'named by CloudFormation'}${pending}: who may assume it, and how`,
      body: table(['effect', 'action', 'principal', 'under the condition'], statements.map((statement) =>
        [[statement.Effect], reader.list(statement.Action), principals(reader, statement), conditions(reader, statement)])),
    };
  });
}

/** What roles and users may do where. */
export function permissions(reader: TemplateReader): Block[] {
  return [...reader.resources('AWS::IAM::Policy'), ...reader.resources('AWS::IAM::ManagedPolicy')].map(({ properties }) => {
    const holders = [...reader.list(properties.Roles), ...reader.list(properties.Groups)];
    return {
      heading: `Policy of ${holders.join(', ')}: what it may do where (S3 rows: all with TLS, all pinned to the bucket's owner)`,
      body: places(reader, properties.PolicyDocument.Statement, [TLS, OWNER]),
    };
  });
}

/** Whom the policies of buckets let in. */
export function bucketPolicies(reader: TemplateReader): Block[] {
  return reader.resources('AWS::S3::BucketPolicy').flatMap(({ properties }) => {
    const statements = properties.PolicyDocument.Statement.filter(isAllow);
    return statements.length === 0 ? [] : [{
      heading: `Bucket policy of ${s3Address(reader.text(properties.Bucket))}: what ${allPrincipals(reader, statements)} may do (all with TLS)`,
      body: places(reader, statements, [TLS]),
    }];
  });
}

/** Whom the policies of KMS keys let in by way of S3; the statement that every key has for its own account is left out. */
export function keyPolicies(reader: TemplateReader): Block[] {
  return reader.resources('AWS::KMS::Key').flatMap(({ id, properties }) => {
    const statements = properties.KeyPolicy.Statement.filter(({ Condition }) => Condition?.StringEquals?.['kms:ViaService'] !== undefined);
    return statements.length === 0 ? [] : [{
      heading: `Key policy of ${reader.name(id)}: what ${allPrincipals(reader, statements)} may do`,
      body: table(['effect', 'action', 'under the condition'], statements.map((statement) =>
        [[statement.Effect], reader.list(statement.Action), conditions(reader, statement)])),
    }];
  });
}

/** Statements by resource. Conditions that the heading tells of are left out, but only where a statement has them all. */
function places(reader: TemplateReader, statements: readonly Statement[], told: readonly string[]): string {
  return table(['effect', 'action', 'resource', 'under the condition'], statements.map((statement) => {
    const keys = Object.values(statement.Condition ?? {}).flatMap((byKey) => Object.keys(byKey));
    const hidden = told.every((key) => keys.includes(key)) ? told : [];
    return [[statement.Effect], reader.list(statement.Action), reader.list(statement.Resource).map(s3Address), conditions(reader, statement, hidden)];
  }));
}

function conditions(reader: TemplateReader, { Condition }: Statement, hidden: readonly string[] = []): string[] {
  return Object.entries(Condition ?? {}).flatMap(([operator, byKey]) => Object.entries(byKey)
    .filter(([key]) => !hidden.includes(key))
    .flatMap(([key, values]) => reader.list(values).map((value, i) => (i === 0 ? `${key} ${operator} ${value}` : `  or ${value}`))));
}

function isAllow({ Effect }: Statement): boolean {
  return Effect === 'Allow';
}

function principals(reader: TemplateReader, { Principal }: Statement): string[] {
  return reader.list(Principal?.AWS);
}

function allPrincipals(reader: TemplateReader, statements: readonly Statement[]): string {
  return [...new Set(statements.flatMap((statement) => principals(reader, statement)))].join(', ');
}

function s3Address(arn: string): string {
  return arn.replace('arn:aws:s3:::', 's3://');
}
