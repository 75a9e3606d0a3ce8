import { Stack } from 'aws-cdk-lib';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { Account } from './account';
import { Deployed } from './read-back';
import { S3Access, Vendor } from '../../../src';
import { KeyProbe } from '../../support/caller';
import { Probe } from '../../support/probe';

/** Something that a vendor asks for: of S3, or, through S3, of KMS. */
export type VendorRequest = Probe | KeyProbe;

/** The buckets of a customer, made when they are first named, as the app of a customer grows. */
export type Data = (name: string) => IBucket;

/** One declaration, and the requests that it opens. */
export interface Grant {
  readonly declare: (data: Data) => S3Access;
  readonly opens: (at: Deployed) => readonly VendorRequest[];
}

/** What a construct is made with at one stage; `undefined` where the vendor has no external ID. */
export interface Declared {
  readonly access: S3Access[];
  readonly vendor: Vendor;
  readonly externalId?: string;
  readonly nextExternalId?: string;
  readonly suspended: boolean;
  readonly managed: boolean;
}

/** A state of the customer's app. A stage that names nothing has what the one before it had. */
export interface Stage {
  readonly title: string;
  /** Names of the grants. */
  readonly grants?: readonly string[];
  /** External IDs, the present one and the next one. */
  readonly externalIds?: readonly string[];
  readonly suspended?: boolean;
  /** Whether the vendor has not yet named its principal. */
  readonly pending?: boolean;
  /** Whether permissions are kept in managed policies. */
  readonly managed?: boolean;
}

/** How the vendor gets in, and who else might try. */
export interface Entrance {
  /** Who may assume the role, or is named in the bucket policies. */
  readonly principal: string;
  /** Who must not, whatever it knows. */
  readonly others: readonly string[];
}

/** The life of one vendor's access, from its creation to its end. */
export interface Life {
  readonly title: string;
  /** As whom the requests are sent. */
  readonly by: 'role' | 'user' | 'bucketPolicy';
  readonly vendor: (pending: boolean) => Vendor;
  readonly data: (stack: Stack) => Data;
  readonly construct: (stack: Stack, declared: Declared) => void;
  readonly entrance?: Entrance;
  readonly grants: Readonly<Record<string, Grant>>;
  /** Requests that nothing declared ever opens. */
  readonly never: (at: Deployed) => readonly VendorRequest[];
  /** What else must hold at every stage. */
  readonly inspect?: {
    readonly title: string;
    readonly demand: (account: Account, deployed: Deployed, stage: CompleteStage) => Promise<void>;
  };
  readonly stages: readonly Stage[];
}

/** A stage with all that it has. */
export interface CompleteStage extends Required<Stage> {
  /** Grants of this stage and of those before it: buckets stay when access to them ends. */
  readonly known: readonly string[];
}

/** The stages, each with all that it has. */
export function completed(stages: readonly Stage[]): CompleteStage[] {
  return stages.reduce<CompleteStage[]>((done, stage) => {
    const before = done[done.length - 1] ?? { grants: [], externalIds: [], suspended: false, pending: false, managed: false, known: [] };
    const { grants } = { ...before, ...stage };
    return [...done, { ...before, ...stage, known: [...new Set([...before.known, ...grants])] }];
  }, []);
}
