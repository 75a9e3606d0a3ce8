import { count, Figures, figuresOf, SIDE_TITLES, totalOf } from './figures';
import { GridProbe } from './grid';
import { inGroup, Measurement, Side, SIDES } from './measure';
import { bullets, paragraph } from './prose';
import { actionList, groupTable, kindTable, resultTable, vendorTable } from './tables';
import { CUSTOMER } from '../meaning/declaration';

/** The page, from the measurement alone: the same answers give the same bytes. */
export function page(measurement: Measurement): string {
  const figures = figuresOf(measurement);
  const total = totalOf(figures);
  return `${[
    '<!-- Written by "npm run prove:excess" from test/proof/excess/. -->',
    '# Least privilege, measured',
    paragraph(`How much can a vendor do that it does not need to do? Here the same needs are met in three ways: with the policies that the
      vendors' guides tell their customers to paste, with the CDK's own grants, and with this library. Each way is asked the same questions.`),
    `![${alt(figures)}](least-privilege.svg)`,
    ...summary(measurement, total),
    '## Result',
    paragraph('Of the probes, how many are needed; and for each way, how many it allows *beyond* the need, and how many needed ones it *denies*.'),
    resultTable(figures, total),
    '## What was asked',
    ...method(measurement, total),
    '## By group',
    'Probes that are allowed beyond the need: published policy / CDK grants / this library.',
    groupTable(measurement, figures, total),
    '## What the excess consists of',
    'Each probe counts once: under plain HTTP if it goes without TLS, otherwise under the first line that fits it.',
    kindTable(measurement),
    'The three largest of these for each vendor, plain HTTP aside:',
    vendorTable(measurement),
    '## What is needed and denied',
    ...denied(measurement),
    '## Beside the tables',
    aside(measurement),
    '## What this does not measure',
    bullets(LIMITS),
  ].join('\n\n')}\n`;
}

const LIMITS = [
  `The counts measure this grid, not risk. Replacing the policy of a bucket counts as much as reading its tags, and many small permissions
   count more than a few that open the whole bucket. Read the kinds of excess, not only the sums.`,
  'Probes are not independent. One missing condition shows in each action that lacks it, and again over plain HTTP.',
  'The need is one folder in one bucket. A customer who means to open a whole bucket loses less by a guide that opens it.',
  `Only policies are judged. Block Public Access, Object Lock, service control policies, and what a vendor's own account permits come on
   top, alike for all three ways.`,
  'Guides change. Their policies, as they were read, are in `test/vendors/published/`.',
];

function alt(figures: readonly Figures[]): string {
  const rows = figures.map(({ title, sides }) => `${title}: ${SIDES.map((side) => sides[side].beyond).join(', ')}`).join('; ');
  return `Bar chart of probes allowed beyond the need, for ${SIDES.map((side) => SIDE_TITLES[side]).join(', ')}. ${rows}.`;
}

function summary({ rows }: Measurement, { probes, needed, sides }: Figures): string[] {
  const told = (side: Side) => `${count(sides[side].beyond)} allowed beyond the need, ${count(sides[side].missing)} needed and denied`;
  const outside = (side: Side) => count(rows.flatMap((row) => inGroup(row.sides[side].beyond, 'objects')).filter(({ place }) => place === 'outside').length);
  return [
    bullets([
      `Published policies: ${told('published')}.`,
      `CDK grants: ${told('grants')}.`,
      `This library: ${told('ours')}.`,
    ]),
    paragraph(`That is of ${count(probes)} probes, ${count(needed)} of which are needed. A longer bar is not always a greater risk: CDK grants have many actions, and
      reach objects of the bucket outside the folder in ${outside('grants')} probes over TLS; the guides have few, and do so in ${outside('published')}.`),
  ];
}

function method({ rows, judged }: Measurement, total: Figures): string[] {
  return [
    paragraph(`**Probes.** One fixed set of requests: all actions that AWS's service authorization reference knows, each with every place and circumstance
      of a list. Only names differ between vendors.`),
    bullets([
      `*objects*: every S3 action that takes an object; inside the folder, in a folder beside it whose name starts alike, elsewhere, at the root; in
       another bucket of the customer, in Cloudglue's transfer bucket, and in a bucket of the same name that a stranger owns and has opened to
       catch what is sent there. Actions that set an ACL are asked with two ACLs and without, uploads with each kind of encryption and without.`,
      `*listings*: every action that knows a prefix; of the folder, of a folder in it, of the folder without its slash, of its parent, of
       another folder, of everything; in each of these four buckets.`,
      '*buckets*: every other action that takes a bucket; on each of the four.',
      '*plain HTTP*: all of these once more, without TLS.',
      `*KMS*: every action that takes a key; for the key of the bucket, if it has one, and for another; through S3, through another service,
       directly; with the encryption context of an object inside, beside, elsewhere or in another bucket, with that of the bucket, and without.`,
      `*trust*: the vendor's principal, two others of its account, its name in a stranger's account and in the customer's; with the right
       external ID, another one, none.`,
    ]),
    paragraph(`By access key nobody assumes a role, so there is no trust to ask about. A bucket policy has no say in other owners' buckets, so it is asked
      only about the customer's; and in place of assuming a role, each principal from elsewhere tries to read.`),
    paragraph(`**Need.** What the vendor does according to its guide, for one folder of one bucket, over TLS, in the customer's own bucket. It includes what
      S3's own clients do around it, whether a guide mentions it or not: finding the region of a bucket to read, and cleaning up after uploads in
      parts. The folders and names are examples.`),
    bullets(rows.map(({ need }) => `*${need.title}*: ${need.text}.`)),
    paragraph('Whether a probe is needed is decided by the proof\'s oracle, from these declarations. The oracle knows neither the library nor any policy.'),
    paragraph(`**Ways.** *Published policy*: the documents of the guide, filled in, with all its steps done. *CDK grants*: a \`Role\` with \`externalIds\` that trusts
      the narrowest principal; \`grantRead\` or \`grantReadWrite\` with the folder as key pattern, \`grantPutAcl\` for Creative Force, \`grantPut\` on
      Cloudglue's bucket; with all recommended feature flags. The bucket's key comes along with the grants. *This library*: the same declaration that
      the oracle reads. All three meet the same buckets and keys, which have no policies but those that the way itself makes, and the key's
      default one.`),
    paragraph(`**Judges.** iam-simulate and a second evaluator, written apart from it, have to agree on each of ${count(judged)} answers: ${count(total.probes)} for each
      way, and the rest for the figures beside the tables. \`npm run prove:excess\` measures again, and \`npm run prove:excess -- --check\` compares with this page.`),
  ];
}

function denied({ rows }: Measurement): string[] {
  return SIDES.flatMap((side) => {
    const list = rows.flatMap(({ need, sides }) => (sides[side].missing.length === 0 ? [] : [`${need.title}: ${actionList(sides[side].missing)}`]));
    return list.length === 0 ? [`${capital(SIDE_TITLES[side])}: nothing.`] : [`${capital(SIDE_TITLES[side])}:`, bullets(list)];
  });
}

function aside({ underWay, withoutDelete, rows }: Measurement): string {
  const row = (title: string) => rows.find(({ need }) => need.title === title)!;
  const steps = underWay.map(({ need, beyond }) =>
    `${need.title} by ${count(beyond.length)} of ${inGroup(row(need.title).probes, 'trust').length} probes of trust (${whose(beyond)})`);
  const split = withoutDelete.map(({ need, beyond }) => `${need.title} ${count(beyond.length)}, not ${count(row(need.title).sides.grants.beyond.length)}`);
  const overTls = (side: Side) => rows.flatMap(({ sides }) => sides[side].beyond).filter(({ group }) => group !== 'plain HTTP').length;
  return bullets([
    `Two guides have the trust policy replaced in a last step. Before that it goes beyond the need: ${steps.join('; ')}. The tables show the state
     after it.`,
    `\`grantReadWrite\` includes deleting. With \`grantRead\` and \`grantPut\` in its place, CDK grants exceed the need less: ${split.join('; ')}.`,
    `Over TLS alone the sums are: ${SIDES.map((side) => `${SIDE_TITLES[side]} ${count(overTls(side))}`).join(', ')}. A bucket with \`enforceSSL\` refuses plain
     HTTP by itself, whoever asks; a bucket of the same name in a stranger's hands does not.`,
  ]);
}

/** In whose accounts those are who could assume a role. */
function whose(probes: readonly GridProbe[]): string {
  const accounts = probes.flatMap(({ request }) => (request.kind === 'assume' ? [request.principal.split(':')[4]] : []));
  return [...new Set(accounts.map((account) => (account === CUSTOMER ? 'somebody in the customer\'s own account' : `others in account ${account}`)))].join(', ');
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
