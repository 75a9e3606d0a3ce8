import { createHash } from 'crypto';
import { Vendors } from '../../../src';
import { setupPage } from '../../../src/kit/files/setup-page';
import { kitFacts, KitFacts } from '../../../src/kit/form';

const FACTS = kitFacts(Vendors.cloudglue());

const HOSTILE = '</script><script>alert(1)</script><!-- & " \' \u2028\u2029 %FACTS% %TITLE% $& $1';

function named(name: string): KitFacts {
  return { ...FACTS, vendor: { ...FACTS.vendor, name } };
}

/** What is between a tag and its end. */
function inside(page: string, tag: RegExp): string {
  const start = tag.exec(page)!;
  const from = start.index + start[0].length;
  return page.slice(from, page.indexOf('</', from));
}

const DATA = /<script type="application\/json" id="facts">/;

test('the facts come back as they were, whatever is in them', () => {
  const facts = named(HOSTILE);
  expect(JSON.parse(inside(setupPage(facts), DATA))).toEqual(JSON.parse(JSON.stringify(facts)));
});

test('the facts are written without any character that HTML or JavaScript could take for more', () => {
  expect(inside(setupPage(named(HOSTILE)), DATA)).not.toMatch(/[<>&\u2028\u2029]/);
});

test('the title is text', () => {
  expect(inside(setupPage(named('<b> & "co"')), /<title>/)).toBe('Connect S3 to &#60;b&#62; &#38; &#34;co&#34;');
});

test('a name adds no element to the page', () => {
  const elements = (page: string) => page.match(/<[a-z!/]/g)!.length;
  expect(elements(setupPage(named(HOSTILE)))).toBe(elements(setupPage(named('x'))));
});

test('nothing runs or shows but what the policy of the page names by its hash', () => {
  const page = setupPage(FACTS);
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)!;
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const directives = Object.fromEntries(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));
  expect(directives).toEqual({
    'default-src': ["'none'"],
    'script-src': [hash(inside(page, /<script>/))],
    'style-src': [hash(inside(page, /<style>/))],
    'img-src': ['data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  });
});

test('the policy comes before all that it is for', () => {
  const page = setupPage(FACTS);
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.search(/<(title|link|style|script)/));
});

test('the page loads nothing, and its code makes no markup from text', () => {
  const page = setupPage(FACTS);
  expect(page.match(/\s(src|href)="[^"]*"/g)).toEqual([' href="data:,"', ' href="#setup"']);
  expect(page).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bfetch\(|XMLHttpRequest|sendBeacon|Storage\b|\.cookie/);
});

test('the same facts give the same page', () => {
  expect(setupPage(kitFacts(Vendors.cloudglue()))).toBe(setupPage(FACTS));
});
