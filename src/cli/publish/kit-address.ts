import { checkKitVersion } from '../../kit/form';
import { checkBucketName, checkRegion, partitionOf } from '../../policy/aws';
import { fail } from '../../policy/base';
import { compileScope } from '../../policy/grant';
import { CommandError, EXIT } from '../terminal';

/** Where kits are published. */
export interface KitAddress {
  readonly bucket: string;
  /** The folder above the versions, without a slash at its ends; empty for none. */
  readonly prefix: string;
}

/** Where one version of a kit is published. */
export interface VersionAddress extends KitAddress {
  readonly version: string;
  readonly region: string;
}

/**
 * Reads `s3://bucket/prefix`.
 *
 * @param option where it was typed
 */
export function parseKitAddress(address: string, option: string): KitAddress {
  const [, bucket, path = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(address) ?? [];
  if (bucket === undefined) {
    throw new CommandError(EXIT.usage, `${option}: received ${JSON.stringify(address)}; give s3://<bucket>/<prefix>`);
  }
  checkBucketName(bucket, option);
  if (bucket.includes('.')) {
    // The certificate of S3 covers one label before its own name.
    fail('BucketNameInvalid', option, bucket, 'publish in a bucket without dots in its name; browsers cannot open others by https');
  }
  if (path === '') {
    return { bucket, prefix: '' };
  }
  compileScope({ kind: 'folder', path }, {}, option);
  return { bucket, prefix: path.endsWith('/') ? path.slice(0, -1) : path };
}

/** The key of a file of a kit, in the folder of a version or of the latest one. */
export function keyOf({ prefix }: KitAddress, folder: string, path: string): string {
  return [...prefix === '' ? [] : [prefix], folder, path].join('/');
}

/** The address of a file of a version. */
export function publishedUrl(location: VersionAddress, path: string): string {
  const { bucket, region, version } = location;
  const { urlSuffix } = partitionOf(checkRegion(region, '--region'));
  const key = keyOf(location, checkKitVersion(version, '--kit-version'), path);
  return `https://${bucket}.s3.${region}.${urlSuffix}/${key.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address of the template of a version: what a kit has to be made with before it is published there. */
export function publishedTemplateUrl(location: VersionAddress): string {
  return publishedUrl(location, 'template.json');
}
