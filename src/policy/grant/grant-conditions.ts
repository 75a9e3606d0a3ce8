import { CompileContext, Terms } from './location';
import { ActionGuard } from '../aws';
import { ALWAYS, and, condition, Conditions } from '../document';

/** Conditions that follow from the declaration as a whole. */
export function expiryConditions({ expiresAt }: Pick<CompileContext, 'expiresAt'>): Conditions {
  return expiresAt ? condition('DateLessThan', 'aws:CurrentTime', expiresAt) : ALWAYS;
}

/** The same the other way round: from the end on. */
export function endedConditions({ expiresAt }: Required<Pick<CompileContext, 'expiresAt'>>): Conditions {
  return condition('DateGreaterThanEquals', 'aws:CurrentTime', expiresAt);
}

/** The addresses that requests must come from. */
export function sourceConditions({ sourceIps }: Pick<CompileContext, 'sourceIps'>): Conditions {
  return sourceIps ? condition('IpAddress', 'aws:SourceIp', sourceIps) : ALWAYS;
}

/**
 * Conditions on every S3 statement of a location: the owner of the bucket, TLS, expiry and source addresses.
 *
 * The owner pin stops a bucket of the same name, created by somebody else after a deletion, from receiving data.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
 */
export function locationConditions({ requireTls, owner, notOwner }: Terms, context: CompileContext): Conditions {
  return and(
    expiryConditions(context),
    sourceConditions(context),
    requireTls ? condition('Bool', 'aws:SecureTransport', 'true') : ALWAYS,
    owner === undefined ? ALWAYS : condition('StringEquals', 'aws:ResourceAccount', owner),
    notOwner === undefined ? ALWAYS : condition('StringNotEquals', 'aws:ResourceAccount', notOwner),
  );
}

/** Adds the condition that an action carries wherever it is granted. */
export function guardConditions(guard: ActionGuard | undefined, { acceptedEncryption }: Terms, conditions: Conditions): Conditions {
  switch (guard) {
    case 'ownerAcl':
      // Grants spelled out in headers leave this key unset, and are so refused as well.
      return and(conditions, condition('StringEquals', 's3:x-amz-acl', 'bucket-owner-full-control'));
    case 'encryption':
      if (!acceptedEncryption) {
        return conditions;
      }
      // Without the header S3 applies the bucket's own encryption; a key that the writer brings and keeps is refused.
      return and(
        conditions,
        condition('StringEqualsIfExists', 's3:x-amz-server-side-encryption', acceptedEncryption),
        condition('Null', 's3:x-amz-server-side-encryption-customer-algorithm', 'true'),
      );
    case undefined:
      return conditions;
  }
}
