import { bundle } from '../build-tools/bundle/bundle';

/** Tests read the set-up page and the AWS SDK where the package keeps them; so they are built before, from what is there now. */
export default function globalSetup(): void {
  bundle();
}
