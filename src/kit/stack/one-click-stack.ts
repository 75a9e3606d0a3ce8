import { readFileSync } from 'fs';
import { join } from 'path';
import {
  Aws, CfnCondition, CfnDeletionPolicy, CfnOutput, CfnParameter, CfnResource, CfnRule, ISynthesisSession, Stack, Token,
} from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { kitFiles, templateYaml, writeKit } from '../files';
import { checkContent } from './check-content';
import { ifGiven, onlyIf } from './choose';
import { CALL_BACK_PROPS, ONE_CLICK_PROPS, OneClickCallBack, OneClickStackProps } from './one-click-stack-props';
import { StandaloneSynthesizer } from './synthesizer';
import { callBackProperties, checkCallBack, roleArnAfter } from './template-call-back';
import { templateConditions } from './template-conditions';
import { checkNotice, templateDescription } from './template-description';
import { CONDITIONS, LOGICAL_IDS } from './template-names';
import { Policies, templatePolicies } from './template-policies';
import { templateRules } from './template-rules';
import { externalIdLength, externalIdOutput, trustDocument } from './template-trust';
import { checkStruct, checkSwitch, readProps } from '../../cdk/input';
import { located, warn } from '../../cdk/report';
import { describeRole, STACK_QUOTAS } from '../../policy/aws';
import { fail } from '../../policy/base';
import { includes } from '../../policy/grant';
import { offeredModes, VendorFacts } from '../../policy/vendor';
import { CallBackTopic, KitFacts, ParameterGroup, parameterGroups, PARAMETERS, resolveKit } from '../form';

/** The customer's permissions boundary, if there is one. */
const BOUNDARY = ifGiven(CONDITIONS.hasBoundary, PARAMETERS.permissionsBoundary);

/**
 * A CloudFormation template that a vendor publishes: its customers launch it in their own accounts, fill in their buckets, and have
 * the role through which the vendor reaches them.
 *
 * The template stands alone. It deploys from the console, from the AWS CLI and through StackSets, and needs no CDK, no bootstrapping
 * and no files beside it.
 *
 * @example
 *
 * /// fixture=with-imports
 * new OneClickStack(this, 'Kit', {
 *   vendor: Vendors.cloudglue(),
 *   slots: 3,
 * });
 */
export class OneClickStack extends Stack {
  /**
   * What the kit knows of its vendor.
   *
   * @internal
   */
  public readonly _facts: KitFacts;

  private role?: CfnRole;

  private callBack?: CfnResource;

  private writesKit = false;

  constructor(scope: Construct, id: string, props: OneClickStackProps) {
    const place = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
    // The caller's own object is not looked at again.
    const known = located(place, () => readProps(props, ONE_CLICK_PROPS));
    const { facts, vendor } = located(place, () => resolveKit(known.vendor, { ...known, callBack: checkedCallBack(known.callBack) }));
    super(scope, id, {
      // Whatever the app or stage says: the customer decides where.
      env: { account: Aws.ACCOUNT_ID, region: Aws.REGION },
      stackName: facts.stackName,
      analyticsReporting: false,
      crossRegionReferences: false,
      suppressTemplateIndentation: true,
      synthesizer: new StandaloneSynthesizer(() => this.restoreBoundary(), (session) => located(place, () => this.finish(session))),
    });
    this._facts = facts;
    located(place, () => this.build(known, vendor));
  }

  private build(props: OneClickStackProps, vendor: VendorFacts): void {
    const { _facts: facts } = this;
    checkSwitch(props.kit, 'kit');
    this.writesKit = props.kit ?? true;
    this.templateOptions.templateFormatVersion = '2010-09-09';
    this.templateOptions.description = templateDescription(facts, props.description);
    this.addParameters(parameterGroups(facts, externalIdLength(facts, vendor)));
    Object.entries(templateConditions(facts, vendor))
      .forEach(([name, expression]) => new CfnCondition(this, name, { expression: fragment(expression) }));
    Object.entries(templateRules(facts, vendor)).forEach(([name, { when, assert, description }]) => new CfnRule(this, name, {
      ruleCondition: when && fragment(when),
      assertions: [{ assert: fragment(assert), assertDescription: description }],
    }));
    const policies = templatePolicies(vendor, facts.slots);
    const role = this.addRole(vendor, policies);
    this.role = role;
    if (offeredModes(vendor.modes).some((mode) => includes(mode, 'write')) && vendor.extra.write?.includes('s3:ListBucketMultipartUploads')) {
      warn(this, 'multipartListing', 'writeActions: s3:ListBucketMultipartUploads shows the keys of all unfinished uploads in a bucket, whatever folder a customer enters; leave it out if nothing needs it');
    }
    this.addOutputs(vendor, role);
    if (facts.callBack) {
      this.addCallBack(facts.callBack, role, policies);
    }
  }

  private addParameters(groups: readonly ParameterGroup[]): void {
    const all = groups.flatMap(({ parameters }) => Object.entries(parameters));
    all.forEach(([name, { label: _, ...parameter }]) => new CfnParameter(this, name, parameter));
    this.templateOptions.metadata = {
      'AWS::CloudFormation::Interface': {
        ParameterGroups: groups.map(({ label, parameters }) => ({ Label: { default: label }, Parameters: Object.keys(parameters) })),
        ParameterLabels: Object.fromEntries(all.map(([name, { label }]) => [name, { default: label }])),
      },
    };
  }

  private addRole(vendor: VendorFacts, { inline, managed }: Policies): CfnRole {
    const role = new CfnRole(this, LOGICAL_IDS.role, {
      roleName: vendor.roleName ?? Token.asString(ifGiven(CONDITIONS.hasRoleName, PARAMETERS.roleName)),
      description: describeRole(vendor.name),
      assumeRolePolicyDocument: trustDocument(this._facts, vendor),
      permissionsBoundary: Token.asString(BOUNDARY),
      // Within a function CloudFormation's own names stand, for the CDK does not look into it.
      policies: inline.map(({ name, condition, document }) => (condition === undefined
        ? { policyName: name, policyDocument: document }
        : fragment(onlyIf(condition, { PolicyName: name, PolicyDocument: document })))),
    });
    for (const { name, condition, document } of managed) {
      const policy = new CfnManagedPolicy(this, name, { policyDocument: document, roles: [role.ref] });
      policy.cfnOptions.condition = this.conditionNamed(condition);
    }
    return role;
  }

  private addOutputs(vendor: VendorFacts, role: CfnRole): void {
    const outputs = new Construct(this, 'Outputs');
    const add = (name: string, value: string, description: string, more: { readonly exported?: boolean; readonly condition?: CfnCondition }) => {
      new CfnOutput(outputs, name, {
        value,
        description,
        exportName: more.exported ? Token.asString({ 'Fn::Sub': `\${AWS::StackName}-${name}` }) : undefined,
        condition: more.condition,
      }).overrideLogicalId(name);
    };
    add('RoleArn', role.attrArn, 'ARN of the role that the vendor assumes', { exported: vendor.exportOutputs });
    add('RoleName', role.ref, 'Name of the role that the vendor assumes', { exported: vendor.exportOutputs });
    const externalId = externalIdOutput(this._facts);
    if (externalId) {
      add('ExternalId', fragment(externalId.value), 'External ID that the vendor must send', { condition: this.conditionNamed(externalId.condition) });
    }
  }

  private addCallBack(topic: CallBackTopic, role: CfnRole, { managed }: Policies): void {
    const resource = this.callBack = new CfnResource(this, LOGICAL_IDS.callBack, {
      type: 'Custom::VendorCallBack',
      properties: callBackProperties(this._facts, topic, roleArnAfter(managed, { 'Fn::GetAtt': [role.logicalId, 'Arn'] })),
    });
    // What is retained is not deleted, so nobody is asked.
    resource.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
    resource.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  }

  private conditionNamed(name: string | undefined): CfnCondition | undefined {
    return name === undefined ? undefined : this.node.findChild(name) as CfnCondition;
  }

  /** What the vendor's app demands of its own roles is no business of its customers, who have a parameter for their own. */
  private restoreBoundary(): void {
    this.role?.addPropertyOverride('PermissionsBoundary', BOUNDARY);
  }

  private finish(session: ISynthesisSession): void {
    if (this.dependencies.length > 0) {
      fail('StackContentInvalid', 'dependencies', this.dependencies[0].node.path, 'a customer has this stack alone; let it depend on no other');
    }
    const text = readFileSync(join(session.assembly.outdir, this.templateFile), 'utf8');
    const bytes = Buffer.byteLength(text);
    const template = JSON.parse(text);
    checkNotice(this._facts, template.Description);
    checkContent(template, bytes, this.callBack && LOGICAL_IDS.callBack);
    this.warnAboutSize(bytes, template);
    if (this.writesKit) {
      this.writeKit(session.assembly.outdir, template);
    }
  }

  private warnAboutSize(bytes: number, template: object): void {
    const { templateBody } = STACK_QUOTAS;
    if (bytes > templateBody) {
      warn(this, 'templateNeedsS3', `the template has ${bytes} bytes, more than the ${templateBody} that CloudFormation takes directly; it must be launched from S3`);
    } else if (bytes > templateBody / 2) {
      // YAML takes up to twice as much.
      const yamlBytes = Buffer.byteLength(templateYaml(template));
      if (yamlBytes > templateBody) {
        warn(this, 'templateNeedsS3', `the template has ${yamlBytes} bytes as YAML, more than the ${templateBody} that CloudFormation takes directly; launch it from S3, or take the JSON, which has ${bytes}`);
      }
    }
  }

  /** Beside the template, in a folder that is named after it. */
  private writeKit(outdir: string, template: object): void {
    writeKit(join(outdir, `${this.artifactId}.kit`), kitFiles(this._facts, template));
  }
}

/** A part of the template as it is: the types of the CDK know no functions in it. */
function fragment(value: unknown): any {
  return value;
}

function checkedCallBack(callBack: OneClickCallBack | undefined): OneClickCallBack | undefined {
  return callBack === undefined ? undefined : checkCallBack(checkStruct(callBack, 'callBack', CALL_BACK_PROPS));
}
