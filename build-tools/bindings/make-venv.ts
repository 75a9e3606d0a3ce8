/** Makes the virtual environment of a requirements file, and prints the folder of its executables last. */
import { venv } from '../../test/proof/python/venv';

process.stdout.write(`${venv('bindings', process.argv[2])}\n`);
