import { Mode } from '../meaning/declaration';

/** What a customer does with one bucket; without a prefix, the whole bucket is meant. What else is missing is left empty. */
export interface FilledBucket {
  readonly name: string;
  readonly prefix?: string;
  readonly mode?: Mode;
  readonly keyArn?: string;
}

/** What a customer enters into the parameters of a one-click template. */
export interface Filled {
  readonly title: string;
  readonly externalId?: string;
  readonly principalArn?: string;
  readonly roleName?: string;
  readonly boundary?: string;
  readonly buckets: readonly FilledBucket[];
}

/** The parameters of the template, by the names that customers' scripts rely on. What is left empty is not passed. */
export function parametersOf({ externalId, principalArn, roleName, boundary, buckets }: Filled): Record<string, string> {
  const all: Record<string, string | undefined> = {
    ExternalId: externalId,
    VendorPrincipalArn: principalArn,
    RoleName: roleName,
    PermissionsBoundaryArn: boundary,
    ...Object.assign({}, ...buckets.map(({ name, prefix, mode, keyArn }, i) => {
      const number = i === 0 ? '' : i + 1;
      return { [`BucketName${number}`]: name, [`Prefix${number}`]: prefix ?? '*', [`AccessMode${number}`]: mode, [`KmsKeyArn${number}`]: keyArn };
    })),
  };
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
