import { BUCKET_NAME, partitionNamed, partitionOf, REGION_NAME } from '../../policy/aws';
import { fail } from '../../policy/base';

/** CloudFormation takes 5,120 characters by now; what reads its templates elsewhere still takes 1,024. */
const MAX_LENGTH = 1024;

/** `https://`, a host, and a path in which nothing has a meaning of its own. */
const ADDRESS = /^https:\/\/([a-z0-9.-]+)\/((?:[\w.~!$'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\/)+)$/;

/** A bucket before the host of S3, or none; the region, with a dot or in the older way with a hyphen, or none. */
const S3_HOST = new RegExp(`^(?:(.+)[.])?s3(?:[.-](${REGION_NAME}))?[.]((?:[a-z0-9-]+[.])+[a-z]+)$`);

const BUCKET = new RegExp(BUCKET_NAME);

/** Checks the address of a published template: an object on S3, in virtual-hosted or path style, that needs no signature. */
export function checkTemplateUrl(url: unknown, field: string): string {
  if (typeof url !== 'string' || partitionOfTemplate(url) === undefined) {
    fail('TemplateUrlInvalid', field, url,
      `give https://<bucket>.s3.<region>.amazonaws.com/<key>, ending in .json, .yaml, .yml or .template, in at most ${MAX_LENGTH} characters, without a query`);
  }
  return url;
}

/** The partition that a template is published in; nothing for an address that CloudFormation cannot read. */
export function partitionOfTemplate(url: string): string | undefined {
  const [, host = '', path = ''] = (url.length <= MAX_LENGTH ? ADDRESS.exec(url) : undefined) ?? [];
  const [, bucket, region, suffix] = S3_HOST.exec(host) ?? [];
  const segments = path.split('/');
  const [first, ...key] = bucket === undefined ? segments : [bucket, ...segments];
  const readable = suffix !== undefined && BUCKET.test(first) && key.length > 0
    && !key.some((segment) => ['', '.', '..'].includes(segment))
    && /\.(json|ya?ml|template)$/.test(path);
  if (!readable) {
    return undefined;
  }
  if (region === undefined) {
    // Only the first partition has addresses without one.
    return suffix === partitionNamed().urlSuffix ? 'aws' : undefined;
  }
  const { partition, urlSuffix } = partitionOf(region);
  return suffix === urlSuffix ? partition : undefined;
}

/** The region to launch in first: that of the template, where the address tells and the template is for it. */
export function homeRegion(regions: readonly string[], templateUrl: string): string | undefined {
  const [, host = ''] = ADDRESS.exec(templateUrl) ?? [];
  const [, , published = 'us-east-1'] = S3_HOST.exec(host) ?? [];
  return regions.includes(published) ? published : regions[0];
}
