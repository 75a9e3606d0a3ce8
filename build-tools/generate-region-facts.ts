/** Writes src/policy/aws/region-facts.ts from what the CDK knows of regions: the core itself may not ask it. */
import { writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { RegionInfo } from 'aws-cdk-lib/region-info';

interface Facts {
  readonly urlSuffix: string;
  readonly regions: string[];
}

const partitions = new Map<string, Facts>();
for (const { name, partition, domainSuffix } of RegionInfo.regions) {
  if (partition === undefined || domainSuffix === undefined) throw new Error(`the CDK knows ${name}, but not its partition`);
  const facts = partitions.get(partition) ?? { urlSuffix: domainSuffix, regions: [] };
  if (facts.urlSuffix !== domainSuffix) throw new Error(`${name} has another suffix than other regions of ${partition}`);
  facts.regions.push(name);
  partitions.set(partition, facts);
}

const entries = [...partitions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([partition, { urlSuffix, regions }]) => `  '${partition}': {
    urlSuffix: '${urlSuffix}',
    regions: [
${regions.sort().map((region) => `      '${region}',\n`).join('')}    ],
  },
`);

writeFileSync(join(resolve(__dirname, '..'), 'src', 'policy', 'aws', 'region-facts.ts'), `// Written by "npm run docs:generate" from the region facts of aws-cdk-lib. Nobody edits it by hand.

/** What the CDK knows of each partition: the domain of the addresses in it, and its regions. */
export const REGION_FACTS = {
${entries.join('')}} as const;
`);
