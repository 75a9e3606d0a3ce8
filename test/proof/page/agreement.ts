import { HeadlessBrowser } from './browser';
import { difference } from './canonical';
import { pageOf } from './kit-page';
import { OpenPage } from './open-page';
import { CASES, PageCase, PageDeclaration } from './page-case';
import { RolePolicies, synthesized } from './synthesized';
import { otherDeclarations } from '../plants/page/declarations';
import { Recorder } from '../report/recorder';

/** Shows that the page says what the construct synthesizes, for every vendor. */
export async function agree(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  for (const vendorCase of CASES) {
    const page = await browser.open(pageOf(vendorCase.vendor()));
    for (const declaration of vendorCase.declarations) {
      await recorder.attempt(`${vendorCase.name}, ${declaration.title}: the page shows what the construct synthesizes`, async () => {
        await page.fill(declaration);
        const shown = await page.policies();
        const expected = synthesized(vendorCase, declaration);
        recorder.judged(1 + expected.permissions.length);
        const differences = differencesOf(shown, expected);
        if (differences !== undefined) {
          throw new Error(differences);
        }
        await textsNameIt(page, declaration);
      });
      await recorder.attempt(`${vendorCase.name}, ${declaration.title}: the launch button hands over what was typed`, async () => {
        handsOver(await page.launch(), declaration);
        recorder.judged(1);
      });
    }
    const quiet = await page.misbehaviour();
    recorder.check(`${vendorCase.name}: the page asks for nothing, stores nothing, complains of nothing`, quiet.length === 0 ? undefined : quiet.join('\n'));
    await noticed(page, vendorCase, recorder);
    await page.close();
  }
}

/** A comparison that finds nothing proves nothing, unless it would have found something. */
async function noticed(page: OpenPage, vendorCase: PageCase, recorder: Recorder): Promise<void> {
  const [declaration] = vendorCase.declarations;
  await page.fill(declaration);
  const shown = await page.policies();
  for (const [change, other] of Object.entries(otherDeclarations(declaration))) {
    recorder.judged(1);
    recorder.check(`${vendorCase.name}: ${change} would be noticed`, differencesOf(shown, synthesized(vendorCase, other)) === undefined ? 'no difference' : undefined);
  }
}

function differencesOf(shown: RolePolicies, expected: RolePolicies): string | undefined {
  return difference('trust policy', shown.trust, expected.trust) ?? difference('permissions', shown.permissions, expected.permissions)
    ?? difference('statements for keys', shown.handOffs, expected.handOffs);
}

/** The other texts are judged elsewhere; here, that they are of this set-up, and not of the one before. */
async function textsNameIt(page: OpenPage, { buckets }: PageDeclaration): Promise<void> {
  for (const view of ['cli', 'cdk', 'terraform'] as const) {
    const text = (await page.texts(view)).join('\n');
    const whole = (i: number) => (view === 'cdk' ? `(bucket${i + 1}, { wholeBucket: true` : `everything in bucket ${i + 1}.`);
    const unsaid = buckets.flatMap(({ prefix }, i) => (text.includes(whole(i)) === (prefix === undefined) ? [] : [`bucket ${i + 1}`]));
    if (unsaid.length > 0) {
      throw new Error(`${view} does not say whether ${unsaid.join(' and ')} is opened as a whole:\n${text}`);
    }
    const missing = buckets.filter(({ bucketName }) => !text.includes(bucketName));
    if (missing.length > 0) {
      throw new Error(`${view} does not name ${missing.map(({ bucketName }) => bucketName).join(', ')}:\n${text}`);
    }
  }
}

function handsOver(link: string | null, { region = 'eu-west-1', externalId, principalArn, roleName, buckets }: PageDeclaration): void {
  // CloudFormation reads a template in its own partition only, and the kit is published in one.
  if (region.startsWith('cn-')) {
    if (link !== null) {
      throw new Error(`a link into another partition: ${link}`);
    }
    return;
  }
  // The template takes plain folders only; the policies on the page take any.
  if (buckets.some(({ prefix = '' }) => !/^[A-Za-z0-9 !#%&'()+,.:;=@_~/-]*$/.test(prefix))) {
    if (link !== null) {
      throw new Error(`a link that the template would refuse: ${link}`);
    }
    return;
  }
  const url = new URL(link ?? 'none:');
  const query = new URLSearchParams(url.hash.replace(/^[^?]*\?/, ''));
  const parameters = [...query].filter(([name]) => name.startsWith('param_'));
  const expected = Object.entries({
    ExternalId: externalId,
    VendorPrincipalArn: principalArn,
    RoleName: roleName,
    ...Object.fromEntries(buckets.flatMap(({ bucketName, prefix, keyArn }, i) => {
      const number = i === 0 ? '' : String(i + 1);
      return [[`BucketName${number}`, bucketName], [`Prefix${number}`, prefix?.replace(/\/$/, '') ?? '*'], [`KmsKeyArn${number}`, keyArn]];
    })),
  }).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}=${value}`).sort();
  const found = parameters.filter(([name]) => !name.startsWith('param_AccessMode')).map(([name, value]) => `${name.slice('param_'.length)}=${value}`).sort();
  if (url.host !== `${region}.console.aws.amazon.com` || found.join('\n') !== expected.join('\n')) {
    throw new Error(`${link}\nhands over:\n${found.join('\n')}\ninstead of:\n${expected.join('\n')}`);
  }
}
