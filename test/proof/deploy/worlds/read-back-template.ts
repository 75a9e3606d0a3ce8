import { DeployedTemplate } from '../../../support/deployed-template';
import { NamedPolicy, PolicyDocumentJson } from '../../../support/policy-document';
import { Deployed, DeployedRole, DeployedUser } from '../read-back';

/** A template whose documents are those that the services gave back. */
export class ReadBackTemplate extends DeployedTemplate {
  constructor({ json, values }: DeployedTemplate, private readonly deployed: Deployed) {
    super(json, values);
  }

  public arn(id: string): string {
    return this.holder(id).arn;
  }

  public trustPolicy(role = this.id('AWS::IAM::Role')): PolicyDocumentJson {
    return this.deployed.roles.get(role)!.trust;
  }

  public identityPolicies(id: string): NamedPolicy[] {
    return [...this.holder(id).policies];
  }

  public bucketPolicy(bucketName: string): PolicyDocumentJson | undefined {
    return this.deployed.bucketPolicies.get(bucketName);
  }

  public keyPolicy(keyArn: string): PolicyDocumentJson | undefined {
    return this.deployed.keyPolicies.get(keyArn.split('/')[1]);
  }

  private holder(id: string): DeployedRole | DeployedUser {
    const holder = this.deployed.roles.get(id) ?? this.deployed.users.get(id);
    if (holder === undefined) {
      throw new Error(`No role or user ${id} was deployed`);
    }
    return holder;
  }
}
