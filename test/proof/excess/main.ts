/** Measures excess, and writes docs/least-privilege.md and its chart; with `--check` only compares them. */
import { excess } from './part';
import { publish } from '../report/publish';

process.env.CDK_VALIDATION = 'false';

void (async () => publish([await excess({ write: !process.argv.includes('--check') })]))();
