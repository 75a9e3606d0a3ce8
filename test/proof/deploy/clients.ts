import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { CUSTOMER, REGION } from '../../support/deployed-template';

/** Where something is deployed. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** The customer's account, in the usual region. */
export const HOME: Place = { account: CUSTOMER, region: REGION };

/** The clients of the AWS SDK, as any tool of a customer would use them. */
export class Clients {
  public readonly cloudFormation: CloudFormationClient;
  public readonly iam: IAMClient;
  public readonly kms: KMSClient;
  public readonly s3: S3Client;

  constructor(public readonly endpoint: string, public readonly place: Place = HOME) {
    const config = {
      endpoint,
      region: place.region,
      credentials: { accessKeyId: 'unused', secretAccessKey: 'unused' },
      // What fails at the emulator fails for good.
      maxAttempts: 1,
    };
    this.cloudFormation = new CloudFormationClient(config);
    this.iam = new IAMClient(config);
    this.kms = new KMSClient(config);
    this.s3 = new S3Client({ ...config, forcePathStyle: true });
    [this.cloudFormation, this.iam, this.kms, this.s3].forEach((client) => inAccount(client, place.account));
  }

  /** A call to a service for which the proof has no client and which takes JSON: its protocol is one POST. */
  public async json(service: 'secretsmanager' | 'ssm', operation: string, input: object): Promise<any> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': operation,
        // The emulator tells services apart by the scope, and checks no signature.
        'Authorization': `AWS4-HMAC-SHA256 Credential=unused/20260101/${this.place.region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
        [ACCOUNT_HEADER]: this.place.account,
      },
      body: JSON.stringify(input),
    });
    const body: any = await response.json();
    if (!response.ok) {
      throw new Error(`${operation} was refused: ${JSON.stringify(body)}`);
    }
    return body;
  }
}

/** How the emulator tells accounts apart; AWS does it by the credentials. */
export const ACCOUNT_HEADER = 'x-moto-account-id';

/** A client, as far as requests can be given a header. */
interface Sender {
  readonly middlewareStack: { add(middleware: (next: (args: any) => any) => (args: any) => any, options: { step: 'build' }): void };
}

function inAccount({ middlewareStack }: Sender, account: string): void {
  middlewareStack.add((next) => (args) => {
    args.request.headers[ACCOUNT_HEADER] = account;
    return next(args);
  }, { step: 'build' });
}
