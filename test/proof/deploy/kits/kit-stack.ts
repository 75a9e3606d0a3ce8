import {
  CloudFormationClient, CreateStackCommand, DescribeStacksCommand, ListExportsCommand, UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { GetRoleCommand } from '@aws-sdk/client-iam';
import { Account, Parameters } from '../account';
import { Deployed } from '../read-back';

/** A customer's stack of a one-click template, which is deployed as it was published: as text. */
export class KitStack {
  private readonly cloudFormation: CloudFormationClient;

  constructor(private readonly account: Account, public readonly name: string) {
    this.cloudFormation = account.clients.cloudFormation;
  }

  public async create(TemplateBody: string, parameters: Parameters): Promise<void> {
    await this.cloudFormation.send(new CreateStackCommand({ ...this.input(TemplateBody), Parameters: values(parameters) }));
    await this.demand('CREATE_COMPLETE');
  }

  /** Updates it; parameters that are not named keep their values. */
  public async update(TemplateBody: string, parameters: Parameters): Promise<void> {
    const { Stacks: [{ Parameters: previous = [] }] = [] } = await this.cloudFormation.send(new DescribeStacksCommand({ StackName: this.name }));
    const known = Object.keys(JSON.parse(TemplateBody).Parameters);
    const kept = previous.map(({ ParameterKey }) => ParameterKey!).filter((name) => known.includes(name) && !(name in parameters));
    await this.cloudFormation.send(new UpdateStackCommand({
      ...this.input(TemplateBody),
      Parameters: [...values(parameters), ...kept.map((ParameterKey) => ({ ParameterKey, UsePreviousValue: true }))],
    }));
    await this.demand('UPDATE_COMPLETE');
  }

  public async delete(): Promise<void> {
    await this.account.delete(this.name);
  }

  public async read(): Promise<Deployed> {
    return Deployed.read(this.account, this.name);
  }

  /** The boundary that IAM has for a role. */
  public async boundaryOf(roleArn: string): Promise<string | undefined> {
    const { Role } = await this.account.clients.iam.send(new GetRoleCommand({ RoleName: roleArn.slice(roleArn.lastIndexOf('/') + 1) }));
    return Role?.PermissionsBoundary?.PermissionsBoundaryArn;
  }

  /** The exports of the account. */
  public async exports(): Promise<Record<string, string>> {
    const { Exports = [] } = await this.cloudFormation.send(new ListExportsCommand({}));
    return Object.fromEntries(Exports.map(({ Name, Value }) => [Name!, Value!]));
  }

  private input(TemplateBody: string) {
    return { StackName: this.name, TemplateBody, Capabilities: ['CAPABILITY_NAMED_IAM' as const] };
  }

  private async demand(status: string): Promise<void> {
    const { Stacks: [found] = [] } = await this.cloudFormation.send(new DescribeStacksCommand({ StackName: this.name }));
    if (found?.StackStatus !== status) {
      throw new Error(`Stack ${this.name} is ${found?.StackStatus ?? 'missing'}, not ${status}`);
    }
  }
}

function values(parameters: Parameters) {
  return Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
}
