import { Request } from '../meaning/request';

/** The action that a request is about. */
export function nameOf(request: Request): string {
  return request.kind === 'assume' ? 'sts:AssumeRole' : request.action;
}
