import { CfnParameter } from 'aws-cdk-lib';
import { isSecret } from '../../../src/cdk/tokens';

const parameter = (noEcho?: boolean) => ({ noEcho }) as CfnParameter;

test.each<[string, unknown, CfnParameter[]]>([
  ['is looked up in Secrets Manager', '{{resolve:secretsmanager:x}}', []],
  ['is looked up as a secure parameter', { 'Fn::Join': ['', ['a', '{{resolve:ssm-secure:/x}}']] }, []],
  ['is made of a parameter that is not echoed', undefined, [parameter(), parameter(true)]],
])('a value is secret that %s', (_, value, parameters) => {
  expect(isSecret({ value, parameters })).toBe(true);
});

test.each<[string, unknown, CfnParameter[]]>([
  ['is looked up as a plain parameter', '{{resolve:ssm:/x}}', []],
  ['only names a secret', 'secretsmanager', []],
  ['is not there', undefined, []],
  ['is made of a parameter that is shown', { Ref: 'A' }, [parameter(), parameter(false)]],
])('a value is not that %s', (_, value, parameters) => {
  expect(isSecret({ value, parameters })).toBe(false);
});
