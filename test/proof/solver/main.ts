import { solver } from './part';
import { publish } from '../report/publish';

process.env.CDK_VALIDATION = 'false';
solver().then((result) => publish([result])).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
