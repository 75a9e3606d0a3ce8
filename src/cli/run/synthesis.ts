/* eslint-disable @typescript-eslint/no-require-imports */
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import type { App, Stack } from 'aws-cdk-lib';
import type { Vendor } from '../../api';
import type { OneClickExternalId, OneClickStack } from '../../kit/stack';
import type { KitProps } from '../options';
import type { ReadyStackProps } from './ready-stack';

/** What came out of a stack. */
interface Synthesized<S extends Stack> {
  readonly stack: S;
  readonly template: object;
  readonly warnings: readonly string[];
}

/** Synthesizes one stack, in a folder that is gone afterwards. */
function synthesized<S extends Stack>(build: (app: App) => S): Synthesized<S> {
  // The CDK's own validation of templates takes seconds. Those made here are linted when the library is built.
  process.env.CDK_VALIDATION = 'false';
  const cdk = require('aws-cdk-lib') as typeof import('aws-cdk-lib');
  const outdir = mkdtempSync(join(tmpdir(), 'vendor-s3-access-'));
  try {
    const app = new cdk.App({ outdir, analyticsReporting: false, treeMetadata: false, autoSynth: false });
    const stack = build(app);
    const artifact = app.synth().getStackArtifact(stack.artifactId);
    return {
      stack,
      template: artifact.template,
      warnings: artifact.messages.filter(({ level }) => level === 'warning').flatMap(({ entry }) => inOwnWords(String(entry.data))),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** What speaks to those who write an app, as whoever typed a command has to be told it; nothing of what the command tells by itself. */
const IN_OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  keyPolicyHandOff: ['--key-arn: the key lies in another account, and nobody here can edit its policy; have its owner check that it allows the statements in the output HandOff'],
  literalWildcard: [],
};

/** A warning without its ID, by which an app acknowledges it: here is no app. */
function inOwnWords(message: string): readonly string[] {
  const [, text, id] = /^([^]*) \[ack: [^\]:]*:([^\]]*)\]$/.exec(message) ?? [undefined, message, ''];
  return IN_OWN_WORDS[id] ?? [text];
}

/** Synthesizes the one-click template of a vendor. */
export function oneClick(vendor: Vendor, props: KitProps): Synthesized<OneClickStack> {
  const { OneClickStack: Kit } = require('../../kit/stack') as typeof import('../../kit/stack');
  return synthesized((app) => new Kit(app, 'Kit', { ...props, externalId: props.externalId as OneClickExternalId, vendor, kit: false }));
}

/** Synthesizes a template with nothing left to choose. */
export function readyMade(props: ReadyStackProps): Synthesized<Stack> {
  const { ReadyStack } = require('./ready-stack') as typeof import('./ready-stack');
  return synthesized((app) => new ReadyStack(app, props));
}
