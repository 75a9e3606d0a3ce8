import { readRefusal, RefusingPolicy } from '../../../src/cli/aws/refusal';

const USER = 'User: arn:aws:iam::777788889999:user/JohnDoe is not authorized to perform:';
const SESSION = 'User: arn:aws:sts::111122223333:assumed-role/acme/verify is not authorized to perform:';

test.each<[string, string | undefined, RefusingPolicy | undefined]>([
  // As AWS documents them: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  [`${USER} sts:AssumeRole because no role trust policy allows the sts:AssumeRole action`, 'sts:AssumeRole', 'role trust policy'],
  [`${USER} sts:AssumeRole with an explicit deny in the role trust policy`, 'sts:AssumeRole', 'role trust policy'],
  [`${USER} sts:AssumeRole on resource: arn:aws:iam::111122223333:role/acme because no identity-based policy allows the sts:AssumeRole action`, 'sts:AssumeRole', 'identity-based policy'],
  [`${USER} sts:AssumeRole on resource: arn:aws:iam::111122223333:role/acme with an explicit deny in an identity-based policy: arn:aws:iam::777788889999:policy/x`, 'sts:AssumeRole', 'identity-based policy'],
  [`${USER} sts:AssumeRole on resource: arn:aws:iam::111122223333:role/acme with an explicit deny in a service control policy`, 'sts:AssumeRole', 'service control policy'],
  [`${USER} sts:AssumeRole on resource: arn:aws:iam::111122223333:role/acme because no service control policy allows the sts:AssumeRole action`, 'sts:AssumeRole', 'service control policy'],
  [`${USER} sts:AssumeRole because no permissions boundary allows the sts:AssumeRole action`, 'sts:AssumeRole', 'permissions boundary'],
  [`${USER} sts:AssumeRole with an explicit deny in a permissions boundary`, 'sts:AssumeRole', 'permissions boundary'],
  [`${USER} sts:AssumeRole because no session policy allows the sts:AssumeRole action`, 'sts:AssumeRole', 'session policy'],
  [`${USER} sts:AssumeRole with an explicit deny in a resource control policy`, 'sts:AssumeRole', 'resource control policy'],
  [`${SESSION} s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a VPC endpoint policy transitively through a service control policy`, 's3:GetObject', 'VPC endpoint policy'],
  [`${SESSION} s3:GetObject on resource: "arn:aws:s3:::b/k" because no VPC endpoint policy allows the s3:GetObject action`, 's3:GetObject', 'VPC endpoint policy'],
  [`${SESSION} s3:PutObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a resource-based policy`, 's3:PutObject', 'resource-based policy'],
  [`${SESSION} kms:GenerateDataKey on resource: arn:aws:kms:eu-west-1:111122223333:key/1 because no identity-based policy allows the kms:GenerateDataKey action`, 'kms:GenerateDataKey', 'identity-based policy'],
  // As S3 passes them on.
  [`${SESSION} kms:GenerateDataKey on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    'kms:GenerateDataKey', undefined],
  [`${SESSION} kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action`, 'kms:Decrypt', 'identity-based policy'],
  ['The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.', 'kms:Decrypt', undefined],
  // Across accounts.
  [`${USER} sts:AssumeRole on resource: arn:aws:iam::111122223333:role/acme`, 'sts:AssumeRole', undefined],
  ['Access Denied', undefined, undefined],
])('%s', (message, action, policy) => {
  expect(readRefusal(message)).toEqual({ message, action, policy });
});
