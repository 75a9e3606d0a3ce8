/** Installs the newest aws-cdk-lib into the folder that it is called with, and prints its version. */
import { installCdk } from './install';
import { NEWEST } from './versions';

process.stdout.write(`${installCdk(process.argv[2], NEWEST)}\n`);
