import { CfnParameter } from 'aws-cdk-lib';

/** Whether a parameter holds the name of a value in SSM; its constraints are on that name. */
export function isLookedUp(parameter: CfnParameter): boolean {
  return parameter.type.startsWith('AWS::SSM::');
}
