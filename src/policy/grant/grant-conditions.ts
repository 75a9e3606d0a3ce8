import { CompileContext, Location } from './location';
import { ActionGuard } from '../aws';
import { Conditions, withCondition } from '../document';

/** Conditions that follow from the declaration as a whole. */
export function contextConditions(context: CompileContext): Conditions {
  return context.expiresAt ? { DateLessThan: { 'aws:CurrentTime': context.expiresAt } } : {};
}

/**
 * Conditions on every S3 statement of a location: the owner of the bucket, TLS, expiry and source addresses.
 *
 * The owner pin stops a bucket of the same name, created by somebody else after a deletion, from receiving data.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
 */
export function locationConditions(location: Location, context: CompileContext): Conditions {
  let conditions = contextConditions(context);
  if (context.sourceIps) {
    conditions = withCondition(conditions, 'IpAddress', 'aws:SourceIp', context.sourceIps);
  }
  if (location.requireTls) {
    conditions = withCondition(conditions, 'Bool', 'aws:SecureTransport', 'true');
  }
  if (location.owner !== undefined) {
    conditions = withCondition(conditions, 'StringEquals', 'aws:ResourceAccount', location.owner);
  }
  if (location.notOwner !== undefined) {
    conditions = withCondition(conditions, 'StringNotEquals', 'aws:ResourceAccount', location.notOwner);
  }
  return conditions;
}

/** Adds the condition that an action carries wherever it is granted. */
export function guardConditions(guard: ActionGuard | undefined, location: Location, conditions: Conditions): Conditions {
  switch (guard) {
    case 'ownerAcl':
      // Grants spelled out in headers leave this key unset, and are so refused as well.
      return withCondition(conditions, 'StringEquals', 's3:x-amz-acl', 'bucket-owner-full-control');
    case 'encryption':
      if (!location.acceptedEncryption) {
        return conditions;
      }
      // Without the header S3 applies the bucket's own encryption; a key that the writer brings and keeps is refused.
      return withCondition(
        withCondition(conditions, 'StringEqualsIfExists', 's3:x-amz-server-side-encryption', location.acceptedEncryption),
        'Null', 's3:x-amz-server-side-encryption-customer-algorithm', 'true',
      );
    case undefined:
      return conditions;
  }
}
