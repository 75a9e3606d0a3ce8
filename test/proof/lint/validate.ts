/**
 * Runs inside a workspace: shows finished templates to the CDK's validator, without an app around them. The argument is a JSON file
 * with the list of their paths; what the validator says is printed as JSON.
 */
import { readFileSync } from 'fs';
import * as cdk from 'aws-cdk-lib';

const paths: string[] = JSON.parse(readFileSync(process.argv[2], 'utf8'));
// The CDK of development, by whose types this is compiled, does not have one yet.
const validator = new (cdk as any).CloudFormationValidatePlugin();
process.stdout.write(JSON.stringify(validator.validate({
  stackTemplates: paths.map((templatePath, i) => ({ stackConstructPath: `T${i}`, templatePath })),
  templatePaths: paths,
  appConstruct: new cdk.App({ analyticsReporting: false }),
})));
