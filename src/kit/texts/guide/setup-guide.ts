import { codeSpan, escapeMarkdown } from '..';
import { handOverSection, pendingSection } from './hand-over';
import { laterSections } from './later';
import { manualSection } from './manual';
import { stackSection } from './stack';
import { troubleSection } from './trouble';
import { KitFacts } from '../../form';

/** What is done in a bucket of the vendor's own. */
const MODE_WORDS: Readonly<Record<string, string>> = { read: 'reading from', write: 'writing to', readWrite: 'reading from and writing to' };

/** The set-up guide in Markdown, for documentation sites. */
export function setupGuide(facts: KitFacts): string {
  const sections = [
    introduction(facts),
    stackSection(facts),
    ...(facts.asksPrincipal ? [pendingSection(facts)] : []),
    handOverSection(facts),
    manualSection(facts),
    ...laterSections(facts),
    troubleSection(facts),
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction({ vendor, version }: KitFacts): string {
  const buckets = vendor.companionBuckets?.map(({ bucketName, mode }) => `${MODE_WORDS[mode]} its own bucket ${codeSpan(bucketName)}`) ?? [];
  const name = escapeMarkdown(vendor.name);
  const more = vendor.documentationUrl === undefined ? '' : ` See also [the documentation of ${name}](<${vendor.documentationUrl}>).`;
  return `# Give ${name} access to your data in S3

${name} reaches your buckets through an IAM role in your own AWS account. The role allows what you enter here${buckets.length === 0 ? '' : `, ${buckets.join(', ')}, as ${name} works with it,`} and nothing else. You can
end it at any time.${more}

You need the account that owns the buckets, and the permission to make IAM roles in it.${version === undefined ? '' : ` This guide is of version ${codeSpan(version)}.`}`;
}
