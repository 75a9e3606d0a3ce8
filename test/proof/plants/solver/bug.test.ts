import { plant } from './bug';
import { ask } from '../../judges/ask';
import { S3Request } from '../../meaning/request';
import { role } from '../../solver/cases/case';
import { build } from '../../world/build';
import { replace } from '../change';

describe('a planted bug', () => {
  const bug = { name: 'Bug', declaration: role({}), place: 'identity', subject: 's3', direction: 'more' } as const;
  const request: S3Request = { kind: 's3', action: 's3:GetObject', bucket: 'acme-orders', owner: '111122223333', key: 'in-secret/1' };

  test('changes what is allowed, and leaves the world as it was', async () => {
    const world = build(bug.declaration);
    const altered = plant(world, { ...bug, change: replace('/in/*', '/in*') });
    expect([await ask(world, request), await ask(altered, request)]).toEqual(['denied', 'allowed']);
  });

  test('fails if it changes nothing', () => {
    expect(() => plant(build(bug.declaration), { ...bug, change: (one) => one })).toThrow('the bug changes nothing');
  });
});
