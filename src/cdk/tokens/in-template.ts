import { CfnResource, Stack } from 'aws-cdk-lib';

/**
 * A resource as it will stand in the template, with every override; nothing where it will not stand there.
 *
 * To be asked at synth only: it settles all lazy values.
 */
export function inTemplate(resource: CfnResource): Readonly<Record<string, any>> | undefined {
  const { Resources: resources = {} } = Stack.of(resource).resolve(resource._toCloudFormation());
  const [found] = Object.values<Record<string, any>>(resources);
  return found;
}

/** Its properties. */
export function propertiesInTemplate(resource: CfnResource): Readonly<Record<string, any>> {
  return inTemplate(resource)?.Properties ?? {};
}
