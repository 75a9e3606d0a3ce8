import { KMS_ACTIONS, S3_ACTIONS } from './askable';
import { textValue } from './smt/text';
import { SubjectName } from './subject';
import { KeyRequest, Request } from '../meaning/request';
import { World } from '../world/world';

type Values = Readonly<Record<string, string>>;

/** The request that a solver found, in the terms of AWS's APIs; none if it is none that S3 would understand. */
export function requestOf(subject: SubjectName, values: Values, world: World): Request | undefined {
  const text = (variable: string) => textValue(values[variable]);
  const optional = (variable: string) => (values[`${variable}Present`] === 'true' ? text(variable) : undefined);
  const principal = `arn:aws:iam::${text('callerAccount')}:${text('callerEnd')}`;
  const common = {
    time: new Date(Number(values.time)).toISOString(),
    sourceIp: addressOf(Number(values.address)),
    organizationId: optional('organization'),
  };
  switch (subject) {
    case 's3': {
      const [, bucket, key] = /^arn:aws:s3:::([^/]+)(?:\/([^]+))?$/.exec(text('resource')) ?? [];
      const onObject = S3_ACTIONS.object.some((name) => name.toLowerCase() === text('action'));
      return bucket === undefined || onObject !== (key !== undefined) ? undefined : {
        kind: 's3',
        action: `s3:${named(text('action'), [...S3_ACTIONS.object, ...S3_ACTIONS.bucket])}`,
        bucket,
        key,
        owner: text('owner'),
        prefix: optional('prefix'),
        withoutTls: values.tls !== 'true',
        acl: optional('acl'),
        encryption: optional('encryption'),
        customerKey: values.customerKeyPresent === 'true',
        ...common,
        ...(world.holder === undefined ? { principal } : {}),
      };
    }
    case 'kms': {
      const request: KeyRequest = {
        kind: 'kms',
        action: `kms:${named(text('action'), KMS_ACTIONS)}`,
        key: positionOf(text('resource'), world),
        encryptionContext: optional('context'),
        viaService: optional('via'),
        withoutAlias: values.aliases === '0',
        time: common.time,
        ...(world.holder === undefined ? { principal } : {}),
      };
      return request;
    }
    case 'trust': {
      const tags = [1, 2].slice(0, Number(values.tags)).map((i) => [text(`tagKey${i}`), text(`tagValue${i}`)]);
      return { kind: 'assume', principal, externalId: optional('externalId'), tags: tags.length === 0 ? undefined : Object.fromEntries(tags), ...common };
    }
    default:
      throw new Error(`No request for ${subject}`);
  }
}

/** What a solver found, as far as it says something, on a line. */
export function describe(values: Values): string {
  const said = Object.entries(values).filter(([name, value]) =>
    !name.endsWith('Present') && value !== '""' && values[`${name}Present`] !== 'false');
  return said.map(([name, value]) => `${name}=${value}`).join(' ');
}

function named(action: string, names: readonly string[]): string {
  return names.find((name) => name.toLowerCase() === action)!;
}

function positionOf(arn: string, world: World): number {
  const { length } = world.declaration.keys;
  return Array.from({ length: length + 1 }, (_, position) => position).find((position) => world.keyArn(position) === arn)!;
}

function addressOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
