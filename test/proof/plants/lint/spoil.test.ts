import { spoil } from './spoil';
import { TemplateJson, TOOLS } from '../../lint/finding';

const STATEMENT = { Effect: 'Deny', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const ROLE: TemplateJson = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Deny', Action: 'sts:AssumeRole', Principal: { AWS: '123456789012' } }] } },
    },
    Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement: [STATEMENT] } } },
    Unknown: { Type: 'AWS::SNS::Topic', Properties: {} },
  },
};

describe('a spoilt template', () => {
  test('has faults in its own resources, and what was sown is demanded', () => {
    const { content, expected } = spoil(ROLE);
    expect(content.Resources.Role.Properties.AssumeRolePolicyDocument.Statement[0]).toMatchObject({ Effect: 'Allow', Principal: { AWS: '*' } });
    expect(content.Resources.Policy.Properties.PolicyDocument.Statement[0]).toMatchObject({ Effect: 'Allow', Action: '*', Resource: '*' });
    expect(expected).toContainEqual({ tool: 'checkov', rule: 'CKV_AWS_60', resource: 'Role' });
    expect(expected).toContainEqual({ tool: 'cfn-guard', rule: 'CT.IAM.PR.1', resource: 'Policy' });
    expect(expected).toContainEqual({ tool: 'cdk-validator', rule: 'E3510', resource: 'Policy' });
  });

  test('demands nothing of resources without faults', () => {
    expect(spoil(ROLE).expected.filter(({ resource }) => resource === 'Unknown')).toEqual([]);
  });

  test('leaves the template as it was', () => {
    const before = structuredClone(ROLE);
    spoil(ROLE);
    expect(ROLE).toEqual(before);
  });

  test.each(TOOLS)('has something for %s, whatever the template holds', (tool) => {
    const { content, expected } = spoil({ Resources: {} });
    const own = expected.filter((fault) => fault.tool === tool);
    expect(own).not.toEqual([]);
    expect(own.every(({ resource }) => resource in content.Resources)).toBe(true);
  });
});
