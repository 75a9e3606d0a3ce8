import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/**
 * The template of a stack. Looking for cycles takes much longer than the synthesis where parameters are cut and joined, and need
 * not be done by every test: those in test/cooperation/ and test/snapshots/ do it for each kind of resource.
 */
export function uncheckedTemplateOf(stack: Stack): any {
  return Template.fromStack(stack, { skipCyclicalDependenciesCheck: true }).toJSON();
}
