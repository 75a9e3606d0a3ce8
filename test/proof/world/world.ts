import { exchanged, Site } from './site';
import { VendorS3HandOff, VendorS3HandOffKind } from '../../../src';
import { DeployedTemplate } from '../../support/deployed-template';
import { NamedPolicy, PolicyDocumentJson, PolicyStatementJson } from '../../support/policy-document';
import { BESIDE, CUSTOMER, Declaration, KeyDeclaration, REGION } from '../meaning/declaration';
import { meaningOf } from '../meaning/vendor';

/** A template, and the account that it goes to. */
export interface Placed {
  readonly template: DeployedTemplate;
  readonly account: string;
}

/** What a template alone does not tell. */
export interface Surroundings {
  /** Where all is deployed. The templates and what comes out of them speak of that place; the world speaks of it as declarations do. */
  readonly site: Site;
  /** The template with the buckets and keys that the app creates, and its account. */
  readonly data: DeployedTemplate;
  readonly dataAccount: string;
  /** What the author of the app was warned of. */
  readonly warnings: readonly string[];
  /** ARNs of the keys of the declaration; of a key given by alias, that of the alias. */
  readonly keyArns: readonly string[];
  /** What the owners of buckets and keys were asked to add to their policies. */
  readonly handOffs: readonly VendorS3HandOff[];
}

/**
 * A declaration, deployed: all documents that have a say in what the vendor can do. Owners elsewhere have done what the
 * hand-off asks of them; and a stranger owns a bucket of each name as well, whose policy lets everybody in.
 */
export class World {
  private readonly documents = new Map<string, unknown>();

  constructor(public readonly declaration: Declaration, public readonly template: DeployedTemplate, public readonly surroundings: Surroundings) {
  }

  /** Its stacks, each with the account that it goes to; the one that declares the access comes first. */
  public get stacks(): Placed[] {
    const { template, surroundings: { data, dataAccount } } = this;
    return [{ template, account: CUSTOMER }, ...(data === template ? [] : [{ template: data, account: dataAccount }])];
  }

  /** Logical ID of the role or user, if the declaration makes one. */
  private get holderId(): string | undefined {
    const type = { role: 'AWS::IAM::Role', user: 'AWS::IAM::User', bucketAccess: undefined }[this.declaration.construct];
    return type === undefined ? undefined : declaredIds(this.template, type)[0];
  }

  /** ARN of the role or user that holds the permissions; none if the vendor's own principals are let in. */
  public get holder(): string | undefined {
    return this.once('holder', () => (this.holderId === undefined ? undefined : this.template.arn(this.holderId)));
  }

  /** All documents attached to the role or user. */
  public identityPolicies(): readonly NamedPolicy[] {
    return this.once('identity', () => (this.holderId === undefined ? [] : this.template.identityPolicies(this.holderId)));
  }

  /** Who may assume the role. */
  public trustPolicy(): PolicyDocumentJson {
    return this.once('trust', () => this.template.trustPolicy(this.holderId));
  }

  /** The policy of the bucket that an account owns under a name. */
  public bucketPolicy(name: string, owner: string): PolicyDocumentJson | undefined {
    const declared = this.declaration.buckets.find((bucket) => bucket.name === name);
    const arn = `arn:aws:s3:::${name}`;
    if (owner !== this.ownerOf(name)) {
      return document([{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: [arn, `${arn}/*`] }]);
    }
    const companion = declared === undefined && owner !== CUSTOMER;
    // The vendor lets the role into its own bucket, and leaves the rest to the customer.
    if (companion) {
      return document([{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${CUSTOMER}:root` }, Action: 's3:*', Resource: [arn, `${arn}/*`] }]);
    }
    return this.once(`bucket ${name}`, () => {
      const template = name === BESIDE ? this.template : declared?.source === 'created' ? this.surroundings.data : undefined;
      return joined(template?.bucketPolicy(name), this.handed(VendorS3HandOffKind.BUCKET_POLICY, this.there(arn)));
    });
  }

  /** The account that owns the real bucket of a name. */
  public ownerOf(name: string): string {
    const { buckets, vendor } = this.declaration;
    const declared = buckets.find((bucket) => bucket.name === name);
    const companion = meaningOf(vendor).companionBuckets.find(({ bucketName }) => bucketName === name);
    return declared?.owner ?? companion?.ownerAccount ?? CUSTOMER;
  }

  /** ARN of a key of the declaration; beyond it, of another key of the customer's. */
  public keyArn(key: number): string {
    const { source, id, owner = CUSTOMER }: KeyDeclaration = this.declaration.keys[key] ?? { source: 'alias', id: 'another' };
    return source === 'alias' ? `arn:aws:kms:${REGION}:${owner}:key/${id}` : this.once(`ARN of key ${key}`, () => this.surroundings.keyArns[key]);
  }

  /** The names that point to a key. */
  public aliasesOf(key: number): string[] | undefined {
    const { source, id } = this.declaration.keys[key] ?? { source: 'alias', id: 'another' };
    return source === 'alias' ? [`alias/${id}`] : undefined;
  }

  /** The policy of a key. */
  public keyPolicy(key: number): PolicyDocumentJson {
    const declared = this.declaration.keys[key];
    return this.once(`key ${key}`, () => {
      const arn = this.surroundings.keyArns[key];
      if (declared?.source === 'created' || declared?.source === 'strict') {
        return joined(this.surroundings.data.keyPolicy(arn), this.handed(VendorS3HandOffKind.KEY_POLICY, arn))!;
      }
      const owner = declared?.owner ?? CUSTOMER;
      const handed = declared === undefined ? [] : this.handed(VendorS3HandOffKind.KEY_POLICY, declared.source === 'alias' ? `alias/${declared.id}` : arn);
      const decides = { Effect: 'Allow' as const, Principal: { AWS: `arn:aws:iam::${owner}:root` }, Action: 'kms:*', Resource: '*' };
      return document([this.there(decides), ...handed]);
    });
  }

  /** What the owner of a bucket or key was asked to add, by its ARN or alias. */
  private handed(kind: VendorS3HandOffKind, resource: string): PolicyStatementJson[] {
    const handedOff = this.surroundings.handOffs.filter((one) => one.kind === kind && one.resource === resource);
    return handedOff.flatMap(({ statements }) => statements);
  }

  /** Something, as it is named where all is deployed. */
  private there<T>(value: T): T {
    return exchanged(value, this.surroundings.site);
  }

  /** What comes out of the templates, in the names of declarations. Evaluating them takes longer than judging a request. */
  private once<T>(name: string, evaluate: () => T): T {
    if (!this.documents.has(name)) {
      this.documents.set(name, exchanged(evaluate(), this.surroundings.site));
    }
    return this.documents.get(name) as T;
  }
}

/** The resources of a type, without what the CDK needs to carry values from one region to another. */
export function declaredIds(template: DeployedTemplate, type: string): string[] {
  return template.ids(type).filter((id) => !id.startsWith('CustomCrossRegionExport'));
}

/** A policy with what its owner was asked to add; none where there is nothing in it. */
function joined(policy: PolicyDocumentJson | undefined, handed: readonly PolicyStatementJson[]): PolicyDocumentJson | undefined {
  return policy === undefined && handed.length === 0 ? undefined : document([...policy?.Statement ?? [], ...handed]);
}

function document(statements: readonly PolicyStatementJson[]): PolicyDocumentJson {
  return { Version: '2012-10-17', Statement: [...statements] };
}
