import * as ts from 'typescript';
import { filesBelow, parsed } from './import-graph';
import { CODES } from '../../src/policy/base/codes';

/** The rings, from the inside out. The command line stands beside the kit. */
const RINGS = {
  core: ['src/policy'],
  constructs: ['src/cdk', 'src/api', 'src/constructs'],
  kit: ['src/kit', 'src/cli'],
};

/** The texts in a ring that are spelt like codes; the table itself has them as names. */
const SPELT = Object.entries(RINGS).map(([ring, folders]) => {
  const texts = folders.flatMap(filesBelow).flatMap((file) => textsIn(parsed(file)));
  return { ring, texts: new Set(texts) };
});

test.each(Object.entries(CODES).flatMap(([ring, codes]) => Object.keys(codes).map((code) => [code, ring])))('%s is found by the %s first', (code, ring) => {
  expect(SPELT.find(({ texts }) => texts.has(code))?.ring).toBe(ring);
});

function textsIn(node: ts.Node): string[] {
  const found = ts.isStringLiteral(node) ? [node.text] : [];
  ts.forEachChild(node, (child) => { found.push(...textsIn(child)); });
  return found;
}
