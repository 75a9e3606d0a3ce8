import {
  CreateChangeSetCommand, CreateStackCommand, DeleteStackCommand, DescribeChangeSetCommand, DescribeStackResourcesCommand, DescribeStacksCommand,
  ResourceChange, UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { Clients } from './clients';
import { TemplateJson } from '../../support/intrinsics';

/** Values of a template's parameters. */
export type Parameters = Readonly<Record<string, string>>;

/** What CloudFormation knows of a resource. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
}

/** A customer's account, as somebody with CloudFormation sees it. */
export class Account {
  private announced = 0;

  constructor(public readonly clients: Clients) {
  }

  /** Bootstraps it: templates of the CDK ask for the version before anything else. */
  public async bootstrap(): Promise<void> {
    await this.clients.json('ssm', 'AmazonSSM.PutParameter', { Name: '/cdk-bootstrap/hnb659fds/version', Type: 'String', Value: '30', Overwrite: true });
  }

  public async create(stack: string, template: TemplateJson, parameters: Parameters = {}): Promise<void> {
    await this.clients.cloudFormation.send(new CreateStackCommand(input(stack, template, parameters)));
    await this.demand(stack, 'CREATE_COMPLETE');
  }

  public async update(stack: string, template: TemplateJson, parameters: Parameters = {}): Promise<void> {
    await this.clients.cloudFormation.send(new UpdateStackCommand(input(stack, template, parameters)));
    await this.demand(stack, 'UPDATE_COMPLETE');
  }

  /** What an update would do, as CloudFormation announces it. */
  public async announce(stack: string, template: TemplateJson, parameters: Parameters = {}): Promise<ResourceChange[]> {
    const ChangeSetName = `announced-${++this.announced}`;
    await this.clients.cloudFormation.send(new CreateChangeSetCommand({ ...input(stack, template, parameters), ChangeSetName, ChangeSetType: 'UPDATE' }));
    const { Changes } = await this.clients.cloudFormation.send(new DescribeChangeSetCommand({ StackName: stack, ChangeSetName }));
    return (Changes ?? []).flatMap(({ ResourceChange: change }) => (change === undefined ? [] : [change]));
  }

  public async delete(stack: string): Promise<void> {
    await this.clients.cloudFormation.send(new DeleteStackCommand({ StackName: stack }));
    const { Stacks } = await this.clients.cloudFormation.send(new DescribeStacksCommand({}));
    const left = Stacks?.find(({ StackName, StackStatus }) => StackName === stack && StackStatus !== 'DELETE_COMPLETE');
    if (left !== undefined) {
      throw new Error(`Stack ${stack} was not deleted: ${left.StackStatus}`);
    }
  }

  public async outputs(stack: string): Promise<Record<string, string>> {
    const { Stacks: [found] = [] } = await this.clients.cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
    return Object.fromEntries((found?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue!]));
  }

  public async resources(stack: string): Promise<StackResource[]> {
    const { StackResources = [] } = await this.clients.cloudFormation.send(new DescribeStackResourcesCommand({ StackName: stack }));
    return StackResources.map(({ LogicalResourceId, ResourceType, PhysicalResourceId }) =>
      ({ logicalId: LogicalResourceId!, type: ResourceType!, physicalId: PhysicalResourceId! }));
  }

  private async demand(stack: string, status: string): Promise<void> {
    const { Stacks: [found] = [] } = await this.clients.cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
    if (found?.StackStatus !== status) {
      throw new Error(`Stack ${stack} is ${found?.StackStatus ?? 'missing'}, not ${status}`);
    }
  }
}

/** CloudFormation takes no larger template with a request; the emulator would. */
export const LARGEST = 51_200;

function input(stack: string, template: TemplateJson, parameters: Parameters) {
  // Without white space, as the CDK's own tool sends it.
  const TemplateBody = JSON.stringify(template);
  if (Buffer.byteLength(TemplateBody) > LARGEST) {
    throw new Error(`The template of ${stack} has more than ${LARGEST} bytes`);
  }
  return {
    StackName: stack,
    TemplateBody,
    Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    Capabilities: ['CAPABILITY_NAMED_IAM' as const],
  };
}
