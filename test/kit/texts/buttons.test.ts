import { launchLink } from '../../../src/kit/form';
import { htmlButton, markdownBadge } from '../../../src/kit/texts';
import { factsOf } from '../setup-support';

const LINK = launchLink(factsOf({ name: 'Acme', accounts: ['999988887777'] }), { region: 'eu-west-1', parameters: { Prefix: "(a) 'b' &c" } });

test('the badge is an image that links, with nothing of the link changed', () => {
  expect(markdownBadge(LINK)).toBe(`[![Launch stack](https://s3.amazonaws.com/cloudformation-examples/cloudformation-launch-stack.png)](${LINK})`);
});

test('the button is one link that loads nothing', () => {
  const button = htmlButton(LINK);
  expect(button).toMatch(/^<a href="[^"<>']*" target="_blank" rel="noopener noreferrer" style="[^"<>]*">Launch stack<\/a>$/);
  expect(/href="([^"]*)"/.exec(button)![1].replace(/&#38;/g, '&')).toBe(LINK);
  expect(button).not.toMatch(/url\(|src=|@import|<script|<img/);
});

test('a label is text', () => {
  const label = '[x](y)! `z` <b onclick="x"> & \\ *a*\nb';
  expect(markdownBadge(LINK, label)).toContain('[![\\[x\\]\\(y\\)\\! \\`z\\` &#60;b onclick\\=\\"x\\"\\> &#38; \\\\ \\*a\\*\\\\u000ab]');
  expect(htmlButton(LINK, label)).toContain('>[x](y)! `z` &#60;b onclick=&#34;x&#34;&#62; &#38; \\ *a*\nb</a>');
});

test('an address cannot leave its place', () => {
  expect(markdownBadge('https://a.example/(x)<y>\\')).toMatch(/\]\(https:\/\/a\.example\/%28x%29%3Cy%3E%5C\)$/);
  expect(htmlButton('https://a.example/"onclick=\'x\'')).toContain('href="https://a.example/&#34;onclick=&#39;x&#39;"');
});

test.each(['javascript:alert(1)', 'http://a.example/', 'https://', 'https://a b', 'https://ü.example', 'https://a\n', ' https://a', 'data:text/html,x'])('fails: %j', (link) => {
  expect(() => markdownBadge(link)).toThrow(expect.objectContaining({ code: 'LaunchLinkInvalid', field: 'link' }));
  expect(() => htmlButton(link)).toThrow(expect.objectContaining({ code: 'LaunchLinkInvalid', field: 'link' }));
});
