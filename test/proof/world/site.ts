import { REGION } from '../meaning/declaration';

/** Where an app can be deployed to. */
export const SITES = {
  'aws': { partition: 'aws', region: REGION, urlSuffix: 'amazonaws.com' },
  'aws-cn': { partition: 'aws-cn', region: 'cn-north-1', urlSuffix: 'amazonaws.com.cn' },
  'aws-us-gov': { partition: 'aws-us-gov', region: 'us-gov-west-1', urlSuffix: 'amazonaws.com' },
} as const;

export type Site = typeof SITES[keyof typeof SITES];

/**
 * A value with the partition and region of a site in place of those that declarations are written in, and the other way round.
 *
 * To IAM both are names like any other. So declarations, requests and answers know one site only, `aws` in its usual region: a world elsewhere is
 * written with the names exchanged, and its documents are read with the names exchanged back. What names the wrong partition still does. It does not
 * matter what stands before a name, for texts are joined.
 */
export function exchanged<T>(value: T, { partition, region }: Site): T {
  if (value === undefined || partition === 'aws') {
    return value;
  }
  const text = JSON.stringify(value)
    .replace(new RegExp(`arn:(aws|${partition}):`, 'g'), (_, name: string) => `arn:${name === 'aws' ? partition : 'aws'}:`)
    .replace(new RegExp(`${REGION}|${region}`, 'g'), (name) => (name === region ? REGION : region));
  return JSON.parse(text) as T;
}
