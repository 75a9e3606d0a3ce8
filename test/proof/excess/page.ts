import { count, Figures, figuresOf, SIDE_TITLES, totalOf } from './figures';
import { GridProbe } from './grid';
import { inGroup, Measurement, Side, SIDES } from './measure';
import { actionList, groupTable, kindTable, resultTable, vendorTable } from './tables';

/** The page, from the measurement alone: the same numbers give the same bytes. */
export function page(measurement: Measurement): string {
  const figures = figuresOf(measurement);
  const total = totalOf(figures);
  return `${[
    '<!-- Written by "npm run prove:excess" from test/proof/excess/. -->',
    '# Least privilege, measured',
    'How much can a vendor do that it does not need? Here the same needs are met in three ways: with the policies that the vendor\'s guide '
    + 'tells its customers to paste, with the CDK\'s own grants, and with this library. Each way is asked the same questions.',
    `![${alt(figures)}](least-privilege.svg)`,
    summary(total),
    '## Result',
    'Of the probes, how many are needed; and for each way, how many it allows *beyond* the need, and how many needed ones it *denies*.',
    resultTable(figures, total),
    '## What was asked',
    ...method(measurement, total),
    '## By group',
    'Probes that are allowed beyond the need: published policy / CDK grants / this library.',
    groupTable(measurement, figures, total),
    '## What the excess consists of',
    'Each probe counts once, under the first line that fits.',
    kindTable(measurement),
    'The three largest of these for each vendor, plain HTTP aside:',
    vendorTable(measurement),
    '## What is needed and denied',
    ...denied(measurement),
    '## Beside the table',
    aside(measurement),
    '## What this does not measure',
    bullets(limits(measurement)),
  ].join('\n\n')}\n`;
}

function limits({ rows }: Measurement): string[] {
  const outside = (side: Side) => count(rows.flatMap(({ sides }) => sides[side].beyond).filter(({ place, group }) => place === 'outside' && group === 'objects').length);
  return [
    'The counts measure this grid, not risk. Replacing the policy of a bucket counts as much as reading its tags, and many small permissions count '
  + `more than a few that open the whole bucket: published policies reach objects outside the folder in ${outside('published')} probes over TLS, CDK grants in `
  + `${outside('grants')}, whatever their sums. Read the kinds of excess, not only the sums.`,
    'Probes are not independent. One missing condition shows in each action that lacks it, and whatever is allowed over TLS is allowed over plain '
  + 'HTTP as well.',
    'The need is one folder in one bucket. A customer who wants to open a whole bucket has less to lose by a guide that opens it.',
    'Only policies are judged. Block Public Access, Object Lock, service control policies and what a vendor\'s own account permits come on top, '
  + 'alike for all three.',
    'Guides change. Their policies are those in `test/vendors/published/`.',
  ];
}

function alt(figures: readonly Figures[]): string {
  return `Bar chart of probes allowed beyond the need. ${figures.map(({ title, sides }) => `${title}: ${SIDES.map((side) => sides[side].beyond).join(', ')}`).join('; ')} `
    + `(${SIDES.map((side) => SIDE_TITLES[side]).join(', ')}).`;
}

function summary({ probes, needed, sides }: Figures): string {
  const told = (side: Side) => `${count(sides[side].beyond)} beyond the need and ${count(sides[side].missing)} needed ones denied`;
  return `Over all rows, ${count(needed)} of ${count(probes)} probes are needed. Published policies: ${told('published')}. CDK grants: ${told('grants')}. `
    + `This library: ${told('ours')}.`;
}

function method({ rows, judged }: Measurement, total: Figures): string[] {
  return [
    '**Probes.** One fixed set of requests, the full product of what AWS\'s service authorization reference knows with a list of places and '
    + 'circumstances; nothing is picked by hand, and only names differ between vendors:',
    bullets([
      '*objects*: every S3 action that takes an object; inside the folder, in a folder beside it whose name starts alike, elsewhere, at the root; in '
      + 'another bucket of the customer, in Cloudglue\'s transfer bucket, and in a bucket of the same name that a stranger owns and has opened to '
      + 'catch what is sent there. Actions that set an ACL are asked with two ACLs and without, uploads with each kind of encryption and without.',
      '*listings*: every action that knows a prefix; of the folder, of a folder in it, of the folder without its slash, of its parent, of '
      + 'another folder, of everything; in each of the four buckets.',
      '*buckets*: every other action that takes a bucket; on each of the four.',
      '*plain HTTP*: all of these once more, without TLS.',
      '*KMS*: every action that takes a key; for the key of the bucket, if it has one, and for another; through S3, through another service, '
      + 'directly; with the encryption context of an object inside, beside, elsewhere or in another bucket, with that of the bucket, and without.',
      '*trust*: the vendor\'s principal, two others of its account, its name in a stranger\'s account and in the customer\'s; with the right external '
      + 'ID, another one, none.',
    ]),
    'By access key nobody assumes a role, so there is no trust to ask about. A bucket policy says nothing about other owners\' buckets, so it is asked '
    + 'only about the customer\'s, and by each principal from elsewhere.',
    '**Need.** What the vendor\'s guide says that the vendor does, for one folder of one bucket, over TLS, in the customer\'s own bucket. It includes what '
    + 'S3\'s own clients do around it: finding the region of a bucket that is read, and cleaning up after uploads in parts.',
    bullets(rows.map(({ need }) => `*${need.title}* ${need.text}.`)),
    'Whether a probe is needed is decided by the proof\'s oracle from this declaration. The oracle knows neither the library nor any policy.',
    `**Ways.** *${capital(SIDE_TITLES.published)}*: the documents of the guide, filled in, with all its steps done. *${capital(SIDE_TITLES.grants)}*: a \`Role\` that trusts `
    + 'the narrowest principal with `externalIds`; `grantRead` or `grantReadWrite` with the folder as key pattern, `grantPutAcl` for Creative Force, '
    + '`grantPut` on Cloudglue\'s bucket; all recommended feature flags. Access to the key comes with the grants. *This library*: the same '
    + 'declaration that the oracle reads. All three meet the same buckets, without policies but for those that the way itself makes, and '
    + 'encrypted in the same way.',
    `**Judges.** iam-simulate and a second evaluator, written apart from it, which have to agree on each of the ${count(judged)} answers. ${count(total.probes)} probes for each way; `
    + 'the rest for the figures beside the table.',
  ];
}

function denied({ rows }: Measurement): string[] {
  const of = (side: Side) => rows.flatMap(({ need, sides }) => (sides[side].missing.length === 0 ? [] : [`${need.title}: ${actionList(sides[side].missing)}`]));
  return SIDES.map((side) => {
    const list = of(side);
    return list.length === 0 ? `${capital(SIDE_TITLES[side])}: nothing.` : `${capital(SIDE_TITLES[side])}:\n\n${bullets(list)}`;
  });
}

function aside({ underWay, withoutDelete, rows }: Measurement): string {
  const row = (title: string) => rows.find(({ need }) => need.title === title)!;
  const who = (beyond: readonly GridProbe[]) => beyond.flatMap(({ request }) => (request.kind === 'assume' ? [`\`${request.principal}\``] : []));
  const steps = underWay.map(({ need, beyond }) => `${need.title} by ${count(beyond.length)} of ${inGroup(row(need.title).probes, 'trust').length} (${who(beyond).join(', ')})`);
  const split = withoutDelete.map(({ need, beyond }) => `${need.title} ${count(beyond.length)}, not ${count(row(need.title).sides.grants.beyond.length)}`);
  const overTls = (side: Side) => rows.flatMap(({ sides }) => sides[side].beyond).filter(({ group }) => group !== 'plain HTTP').length;
  return bullets([
    `Two guides have the trust policy replaced in a last step. Before that it goes beyond the need: ${steps.join('; ')}. The tables show the state `
    + 'after it.',
    `\`grantReadWrite\` includes deleting. With \`grantRead\` and \`grantPut\` in its place, CDK grants exceed the need less: ${split.join('; ')}.`,
    `Over TLS alone the sums are: ${SIDES.map((side) => `${SIDE_TITLES[side]} ${count(overTls(side))}`).join(', ')}. A bucket with \`enforceSSL\` refuses plain `
    + 'HTTP by itself, whoever asks; a bucket of the same name in a stranger\'s hands does not.',
  ]);
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
