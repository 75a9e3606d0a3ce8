import { Answer, least } from './answer';
import { Declaration } from './declaration';
import { Demand, toAssume, toUseBucket, toUseKey } from './demands';
import { keyGrants, s3Grants, trustGrants } from './grants';
import { Request } from './request';

/**
 * What a declaration means, stated apart from the library and without any notion of a policy.
 *
 * This folder imports nothing of the library, knows no IAM syntax, and is short enough to be checked by reading it next to
 * README.md. The proof compares each answer with what the synthesized policies really allow.
 */
export class Meaning {
  private readonly demands: { readonly [K in Request['kind']]: ReadonlyArray<ReadonlyArray<Demand<Extract<Request, { kind: K }>>>> };

  constructor(declaration: Declaration) {
    this.demands = {
      assume: trustGrants(declaration).map(toAssume),
      s3: s3Grants(declaration).map(toUseBucket),
      kms: keyGrants(declaration).map(toUseKey),
    };
  }

  /** What stands against a request; nothing, if it is allowed. */
  public answer(request: Request): Answer {
    switch (request.kind) {
      case 'assume': return least(this.demands.assume.map((demands) => failed(demands, request)), ['principal']);
      case 's3': return least(this.demands.s3.map((demands) => failed(demands, request)), ['principal']);
      case 'kms': return least(this.demands.kms.map((demands) => failed(demands, request)), ['KMS key']);
    }
  }
}

function failed<R>(demands: ReadonlyArray<Demand<R>>, request: R): Answer {
  return demands.filter(({ fails }) => fails(request)).map(({ objection }) => objection);
}
