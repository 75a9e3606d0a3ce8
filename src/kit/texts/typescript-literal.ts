/** Text as a string of TypeScript. It stays one in an HTML page, too, and shows what an editor would hide. */
export function textLiteral(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, '\\\'')
    .replace(/<(?=[/!])/g, '\\x3C')
    .replace(/[\p{C}\p{Zl}\p{Zp}\u00a0]/gu, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);
  return `'${escaped}'`;
}

/** A name as a key of an object. */
function keyLiteral(name: string): string {
  // This one would set the prototype of the object.
  return name === '__proto__' ? '[\'__proto__\']' : /^[A-Za-z_]\w*$/.test(name) ? name : textLiteral(name);
}

/** A list; each item on a line of its own where one of them needs several. */
export function listLiteral(items: readonly string[], indent: string): string {
  return items.some((item) => item.includes('\n'))
    ? `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`
    : `[${items.join(', ')}]`;
}

/** An object with a line for each field. */
export function objectLiteral(fields: ReadonlyArray<readonly [name: string, code: string]>, indent: string): string {
  return fields.length === 0 ? '{}' : `{\n${fields.map(([name, code]) => `${indent}  ${keyLiteral(name)}: ${code},\n`).join('')}${indent}}`;
}
