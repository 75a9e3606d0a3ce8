import { CfnOutput, SecretValue, Token } from 'aws-cdk-lib';
import { AccessKey, AccessKeyStatus, CfnGroup, CfnUser, Group, IGrantable, IPrincipal, User } from 'aws-cdk-lib/aws-iam';
import { ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { PolicyUsage, S3Access, VendorS3HandOff } from '../api';
import { USER_PROPS, VendorS3AccessUserProps } from './vendor-s3-access-user-props';
import { bindExpiry, bindKey, bindSourceIps, bindVendor, checkBoundary } from '../cdk/bind';
import { checkList, checkSwitches, readProps } from '../cdk/input';
import { located, warn } from '../cdk/report';
import { addLocationsOutput, arnEnd, IdentityAccess } from '../cdk/resources';
import { TokenTable } from '../cdk/tokens';
import { checkIamName, checkPath, checkSecretName, QUOTAS } from '../policy/aws';
import { fail, raising } from '../policy/base';
import { CompileContext } from '../policy/grant';
import { checkKey } from '../policy/request';
import { VendorFacts } from '../policy/vendor';

/**
 * An IAM user with a long-lived access key, for vendors that cannot assume a role. Discouraged: the key never expires
 * by itself, no external ID guards it, and it can leak. Prefer `VendorS3AccessRole` wherever the vendor supports it.
 *
 * The key pair is kept in Secrets Manager only, as JSON with the fields `accessKeyId` and `secretAccessKey`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
 */
export class VendorS3AccessUser extends Construct implements IGrantable {
  /** The user. */
  public readonly user: User;

  /** The group that carries the permissions. */
  public readonly group: Group;

  /** The secret with the access key: `accessKeyId` and `secretAccessKey`. */
  public readonly secret: ISecret;

  /** The user as a principal, for further grants. They are the caller's own, and are not limited as the access here is. */
  public readonly grantPrincipal: IPrincipal;

  private readonly tokens: TokenTable;
  private readonly identity: IdentityAccess;

  constructor(scope: Construct, id: string, props: VendorS3AccessUserProps) {
    super(scope, id);
    // The caller's own object is not looked at again.
    props = located(this, () => readProps(props, USER_PROPS));
    this.tokens = new TokenTable(this);
    const { vendor, context } = located(this, () => this.check(props));

    this.group = new Group(this, 'Group', { path: props.path });
    this.user = new User(this, 'User', {
      userName: props.userName,
      path: props.path,
      groups: [this.group],
      permissionsBoundary: props.permissionsBoundary,
    });
    this.grantPrincipal = this.user.grantPrincipal;
    const accessKey = new AccessKey(this, 'AccessKey', {
      user: this.user,
      serial: props.accessKeySerial ?? 1,
      status: props.suspended ? AccessKeyStatus.INACTIVE : AccessKeyStatus.ACTIVE,
    });
    this.secret = new Secret(this, 'Secret', {
      secretName: props.secretName,
      encryptionKey: props.secretEncryptionKey,
      description: `Access key of ${vendor.name} for S3`,
      secretObjectValue: {
        accessKeyId: SecretValue.unsafePlainText(accessKey.accessKeyId),
        secretAccessKey: accessKey.secretAccessKey,
      },
    });

    this.identity = located(this, () => new IdentityAccess(this, {
      tokens: this.tokens,
      vendor,
      context,
      suspended: props.suspended,
      attachTo: { groups: [this.group.groupName] },
      holder: this.group.node.defaultChild as CfnGroup,
      inlineQuota: QUOTAS.groupInline,
      arn: this.user.userArn,
      nameProperty: 'userName',
      passesBoundary: true,
      pathAndName: arnEnd(this, { kind: 'user', name: props.userName, path: props.path, resource: this.user.node.defaultChild as CfnUser }),
      policyPlacement: props.policyPlacement,
      bucketPolicies: props.bucketPolicies,
      acknowledgeWildcards: props.acknowledgeWildcards,
    }));
    located(this, () => this.identity.add(checkList(props.access, 'access')));
    warn(this, 'accessKey', `${vendor.name} gets a long-lived access key; a role with an external ID is safer, so use VendorS3AccessRole if ${vendor.name} can assume one`);
    if (props.outputs ?? true) {
      new CfnOutput(this, 'UserName', { value: this.user.userName, description: 'Name of the user whose access key the vendor holds' });
      new CfnOutput(this, 'SecretArn', { value: this.secret.secretArn, description: 'ARN of the secret with the access key' });
      addLocationsOutput(this, () => this.identity.addresses);
    }
  }

  /** What the owners of buckets and keys outside this app must add to their policies. */
  public get handOffs(): VendorS3HandOff[] {
    return this.identity.handOffs;
  }

  /** How much of IAM's quotas the group takes. */
  public get policyUsage(): PolicyUsage {
    return this.identity.usage(0, 0);
  }

  /** Declares further access. */
  public addAccess(...access: S3Access[]): void {
    located(this, () => this.identity.add(access));
  }

  private check(props: VendorS3AccessUserProps): { vendor: VendorFacts; context: CompileContext } {
    const { userName, path, secretName, secretEncryptionKey, accessKeySerial, permissionsBoundary } = props;
    checkSwitches(props, 'suspended', 'outputs', 'acknowledgeWildcards');
    if (userName !== undefined) {
      checkIamName(this.tokens.encodeProperty(userName, 'name', 'userName'), QUOTAS.userName, 'userName');
    }
    if (path !== undefined) {
      checkPath(this.tokens.encodeProperty(path, 'text', 'path'), 'path');
    }
    if (secretName !== undefined) {
      checkSecretName(this.tokens.encodeProperty(secretName, 'text', 'secretName'), 'secretName');
    }
    if (secretEncryptionKey !== undefined) {
      raising((issues) => issues.check(() => checkKey(bindKey(secretEncryptionKey, this.tokens, 'secretEncryptionKey').request)));
    }
    checkBoundary(permissionsBoundary, 'permissionsBoundary');
    if (accessKeySerial !== undefined && !Token.isUnresolved(accessKeySerial) && !(Number.isInteger(accessKeySerial) && accessKeySerial >= 1)) {
      fail('SerialInvalid', 'accessKeySerial', accessKeySerial, 'give 1, then one more with each replacement');
    }
    return {
      vendor: bindVendor(this, this.tokens, props.vendor, 'accessKey', 'vendor'),
      context: { expiresAt: bindExpiry(this, props.expiresAt), sourceIps: bindSourceIps(this.tokens, props.allowedSourceIps) },
    };
  }
}
