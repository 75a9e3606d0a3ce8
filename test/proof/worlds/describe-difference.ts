import { Difference } from './run-world';

/** A difference in words, with a command that shows it again. */
export function describeDifference({ declaration, request, expected, verdict }: Difference, file: string): string {
  const why = expected.length === 0 ? 'nothing stands against it' : `against it: ${expected.join(', ')}`;
  return [
    `wrongly ${verdict} (${why})`,
    `request:     ${JSON.stringify(request)}`,
    `declaration: ${JSON.stringify(declaration)}`,
    `again:       npm run prove -- --case ${file}`,
  ].join('\n');
}
