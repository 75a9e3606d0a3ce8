import { CONSTRUCTS, OLDEST } from '../cdk-versions/versions';

/**
 * The CDK that the bindings are tried with: the oldest that the library supports, which it is also developed with. All three
 * languages have this version, so that their templates can be compared character by character. (The newest differ: when this was
 * written, pip resolved to 2.275, Maven to 2.263.)
 */
export const CDK = { 'aws-cdk-lib': OLDEST, 'constructs': CONSTRUCTS };

/**
 * What Python needs, complete: pip takes the newest of everything that is not pinned. To raise a version: install aws-cdk-lib and
 * jsii into an empty virtual environment, and put in what `pip freeze` prints, with setuptools.
 */
export const PYTHON = [
  '# python>=3.10',
  'attrs==26.1.0',
  `aws-cdk-lib==${CDK['aws-cdk-lib']}`,
  'aws-cdk.asset-awscli-v1==2.2.273',
  'aws-cdk.asset-node-proxy-agent-v6==2.1.3',
  'aws-cdk.cloud-assembly-schema==53.28.0',
  'cattrs==26.2.1',
  `constructs==${CDK.constructs}`,
  // Of the version of jsii-pacmak, which generates the sources.
  'jsii==1.140.0',
  'publication==0.0.3',
  'python-dateutil==4.0.0',
  // Builds the wheel. The generated project asks for this one.
  'setuptools==75.3.2',
  'typeguard==2.13.3',
  'typing_extensions==4.16.0',
  'tzdata==2026.6',
];

/**
 * Java and Go need no more than this: the generated project names a range for each package, and both are made to take its lower end,
 * which for the CDK is the version above. Maven would take the newest otherwise; Go takes the lowest by itself.
 */
export function lowestOfRange(range: string): string {
  const lowest = /^\[([^,\]]+)[,\]]/.exec(range)?.[1];
  if (lowest === undefined) {
    throw new Error(`${range} is no range of versions with a lower end`);
  }
  return lowest;
}

/**
 * Modules that the Go module proxy does not have in the version that the library asks for, with the nearest that it has. A user's
 * app needs the same line in its go.mod.
 */
export const GO_REPLACEMENTS: Readonly<Record<string, string>> = {
  'github.com/cdklabs/cloud-assembly-schema-go/awscdkcloudassemblyschema/v53': 'v53.25.0',
};
