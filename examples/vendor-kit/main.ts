/** Writes the kit, as `cdk synth` does. */
import { vendorKitApp } from './app';

vendorKitApp(process.argv[2]).synth();
