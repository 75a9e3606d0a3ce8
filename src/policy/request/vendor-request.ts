import { checkPartition, checkPrincipalArn, PrincipalKind } from '../aws';
import { isRecord, Issues } from '../base';
import { AccessMethod, checkAccessMethod, PartitionUse, VendorData, VendorFacts, vendorFacts } from '../vendor';

/** Whom somebody wants to give access to. */
interface VendorRequest {
  /** The vendor's definition, not checked yet. */
  readonly data: unknown;
  readonly field: string;
  /** What its principals must be. */
  readonly kind: PrincipalKind;
  /** Where these were given, if not in the definition. */
  readonly principalField?: string;
  /** The principal that completes a definition which names none. */
  readonly principal?: { readonly field: string; readonly arn: string };
  readonly method: AccessMethod;
  readonly partition: PartitionUse;
}

/** Checks a vendor, and resolves it for a partition. Nothing where it is so wrong that nothing else can be checked against it. */
export function checkVendor(request: VendorRequest, issues: Issues): VendorFacts | undefined {
  const { data, field, method, partition, principal } = request;
  if (!checkKind(request, issues)) {
    return undefined;
  }
  const named = principal && issues.check(() => {
    checkPrincipalArn(principal.arn, request.kind, principal.field);
    checkPartition(principal.arn, partition.known, principal.field);
    return principal.arn;
  });
  const facts = vendorFacts(named !== undefined && isRecord(data) ? { ...data, principals: [named] } : data, partition, field, issues);
  if (facts) {
    issues.check(() => checkAccessMethod(facts, method, field));
  }
  return facts;
}

/** A vendor of a role, and the principal that the customer may have to name. */
interface RoleVendor {
  readonly vendor: VendorData;
  readonly kind: PrincipalKind;
  readonly principalArn?: string;
}

/** Checks the vendor of a role that is made from text: with its fields as forms call them. */
export function checkRoleVendor({ vendor: data, kind, principalArn }: RoleVendor, partition: PartitionUse, issues: Issues): VendorFacts | undefined {
  const principal = principalArn === undefined ? undefined : { field: 'principalArn', arn: principalArn };
  return checkVendor({ data, field: 'vendor', kind, principal, method: 'role', partition }, issues);
}

/** Whether the vendor's principals are of the kind that was promised. */
function checkKind({ data, field, kind, principalField }: VendorRequest, issues: Issues): boolean {
  const principals = isRecord(data) ? data.principals : undefined;
  return kind === 'any' || !Array.isArray(principals) || principals
    .map((arn: unknown, i) => issues.check(() => checkPrincipalArn(arn, kind, principalField ?? `${field}.principals[${i}]`)))
    .every((arn) => arn !== undefined);
}
