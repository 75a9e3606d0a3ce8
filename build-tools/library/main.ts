/** Bundles the compiled library. */
import { bundleLibrary } from './library';

void bundleLibrary();
