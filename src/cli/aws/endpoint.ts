import { show } from '../../policy/base';
import { CommandError, EXIT } from '../terminal';

/** Checks the address of what stands in for AWS: credentials cross the network only encrypted. */
export function checkEndpoint(url: string | undefined): string | undefined {
  if (url === undefined) {
    return undefined;
  }
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  if (protocol !== 'https:' && !(protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))) {
    throw new CommandError(EXIT.usage, `--endpoint-url: received ${show(url)}; give an https address; http only on this machine`);
  }
  return url;
}
