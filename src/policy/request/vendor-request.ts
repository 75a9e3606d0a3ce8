import { checkPartition, checkPrincipalArn, PrincipalKind } from '../aws';
import { isRecord, Issues } from '../base';
import {
  AccessMethod, checkAccessMethod, definitionWords, fieldsOf, PartitionUse, VendorData, VendorFacts, vendorFacts, VendorWords,
} from '../vendor';

/** Whom somebody wants to give access to. */
interface VendorRequest {
  /** The vendor's definition, not checked yet. */
  readonly data: unknown;
  readonly words: VendorWords;
  /** What its principals must be. */
  readonly kind: PrincipalKind;
  /** The principal that completes a definition which names none. */
  readonly principal?: { readonly field: string; readonly arn: string };
  readonly method: AccessMethod;
  /** What to do for a vendor that does not connect in this way, but in these. */
  readonly otherwise: (methods: readonly AccessMethod[]) => string;
  readonly partition: PartitionUse;
}

/** Checks a vendor, and resolves it for a partition. Nothing where it is so wrong that nothing else can be checked against it. */
export function checkVendor(request: VendorRequest, issues: Issues): VendorFacts | undefined {
  const { data, words, method, otherwise, partition, principal } = request;
  if (!checkKind(request, issues)) {
    return undefined;
  }
  const named = principal && issues.check(() => {
    checkPrincipalArn(principal.arn, request.kind, principal.field);
    checkPartition(principal.arn, partition.known, principal.field, 'ask the vendor for its principal there');
    return principal.arn;
  });
  const facts = vendorFacts(named !== undefined && isRecord(data) ? { ...data, principals: [named] } : data, partition, words, issues);
  if (facts) {
    issues.check(() => checkAccessMethod(facts, method, words.at(''), otherwise));
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
  return checkVendor({
    data,
    words: definitionWords('object', fieldsOf('vendor')),
    kind,
    principal,
    method: 'role',
    otherwise: () => 'if it can assume a role, add role to its accessMethods',
    partition,
  }, issues);
}

/** Whether the vendor's principals are of the kind that was promised. */
function checkKind({ data, words, kind }: VendorRequest, issues: Issues): boolean {
  const principals = isRecord(data) ? data.principals : undefined;
  return kind === 'any' || !Array.isArray(principals) || principals
    .map((arn: unknown, i) => issues.check(() => checkPrincipalArn(arn, kind, words.at(`principals[${i}]`), words.principals)))
    .every((arn) => arn !== undefined);
}
