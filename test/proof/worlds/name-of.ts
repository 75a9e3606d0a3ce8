import { Request } from '../world/request';

/** The action that a request is about. */
export function nameOf(request: Request): string {
  return request.kind === 'assume' ? 'sts:AssumeRole' : request.action;
}
