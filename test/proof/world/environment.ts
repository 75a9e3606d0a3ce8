import { App, Environment, Stack } from 'aws-cdk-lib';
import { Site, SITES } from './site';
import { BucketDeclaration, CUSTOMER, Declaration, PARTNER, STACK } from '../meaning/declaration';

/** The stacks of a declaration, and where they are deployed. */
export class Stacks {
  public readonly app = new App({ analyticsReporting: false });
  public readonly site: Site;
  /** Declares the access. */
  public readonly access: Stack;
  /** Has the buckets and keys that the app creates; it may be the same. */
  public readonly data: Stack;
  /** The account and region that the data is deployed to. */
  public readonly dataAccount: string;
  public readonly dataRegion: string;

  constructor({ site, open, dataStack, dataRegion }: Declaration) {
    this.site = SITES[site ?? 'aws'];
    this.dataAccount = dataStack === 'partner' ? PARTNER : CUSTOMER;
    this.dataRegion = dataRegion ?? this.site.region;
    const env = (account: string, region: string, part: 'access' | 'data'): Environment | undefined =>
      (open === part || open === 'both' ? undefined : { account, region });
    this.access = new Stack(this.app, STACK, { env: env(CUSTOMER, this.site.region, 'access') });
    this.data = dataStack === undefined ? this.access : new Stack(this.app, DATA, { env: env(this.dataAccount, this.dataRegion, 'data') });
  }

  /** The next ID of a kind of thing in the stack where it is made: in two stacks, things have the same IDs. */
  public idOf(kind: string, { source, byPseudo }: BucketDeclaration): string {
    const stack = source === 'created' || byPseudo ? this.data : this.access;
    return `${kind}${stack.node.children.filter(({ node }) => node.id.startsWith(kind)).length}`;
  }
}

/** The name of the stack with the data. */
export const DATA = 'Data';
