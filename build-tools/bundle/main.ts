/** Writes `assets/`. */
import { bundle } from './bundle';

bundle();
