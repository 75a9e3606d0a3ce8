import { Section } from './compare';

/** What was found, in words. The last line is the verdict. */
export function report(sections: readonly Section[]): string {
  const identical = sections.reduce((sum, section) => sum + section.identical, 0);
  const differing = sections.reduce((sum, section) => sum + section.differing.length, 0);
  return [...sections.flatMap(told), `same: ${identical} files identical, ${differing} differ`, ''].join('\n');
}

function told({ name, identical, differing }: Section): string[] {
  return differing.length === 0
    ? [`${name}: ${identical} files, identical`]
    : [`${name}: ${identical} files identical, ${differing.length} differ`, ...differing.flatMap(({ path, detail }) => [`  ${path}`, indented(detail)])];
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
