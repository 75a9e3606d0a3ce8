import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import { OneClickStack, OneClickStackProps, Vendor } from '../../../src';

export const TEMPLATE_URL = 'https://example-kits.s3.us-east-1.amazonaws.com/1.0.0/template.json';

const REGIONS = ['ap-southeast-2', 'eu-west-1', 'us-east-1'];

/** In another partition than that of the template. A kit offers none, but its policies are right there too. */
const CHINA = 'cn-north-1';

/** The set-up page in a vendor's kit for three buckets, and what is different about the kit in a test. */
export function pageOf(vendor: Vendor, different: Partial<OneClickStackProps> = {}): string {
  const outdir = mkdtempSync(join(tmpdir(), 'page-'));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    const { artifactId } = new OneClickStack(app, 'Kit', { vendor, slots: 3, templateUrl: TEMPLATE_URL, version: '1.0.0', regions: REGIONS, ...different });
    app.synth();
    const page = readFileSync(join(outdir, `${artifactId}.kit`, 'setup.html'), 'utf8');
    return different.regions !== undefined || vendor.definition.partition === 'aws'
      ? page
      : withFacts(page, (facts) => ({ ...facts, regions: [...facts.regions, CHINA].sort() }));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const DATA = /(<script [^>]*id="facts"[^>]*>)([^<]*)(<\/script>)/;

/** A page with other facts in its data than a kit would hold; as JSON that cannot end its element. */
export function withFacts(html: string, change: (facts: any) => object): string {
  if (!DATA.test(html)) {
    throw new Error('The page has no data');
  }
  return html.replace(DATA, (_, start: string, data: string, end: string) =>
    start + JSON.stringify(change(JSON.parse(data))).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) + end);
}
