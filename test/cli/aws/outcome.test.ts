import { otherRegion, outcomeOf } from '../../../src/cli/aws';

const thrown = (name: string, httpStatusCode?: number, more: object = {}) =>
  Object.assign(new Error('said by AWS'), { name, $metadata: { httpStatusCode } }, more);

describe('what an error says about permissions', () => {
  test.each<readonly [string, unknown, string]>([
    ['AccessDenied', thrown('AccessDenied', 403), 'refused'],
    ['AccessDeniedException', thrown('AccessDeniedException', 400), 'refused'],
    ['NoSuchKey', thrown('NoSuchKey', 404), 'missing'],
    ['InvalidObjectState, for an object in an archive', thrown('InvalidObjectState', 403), 'allowed'],
    ['InvalidRange, for an empty object', thrown('InvalidRange', 416), 'allowed'],
    ['BadDigest, for data that was made to be thrown away', thrown('BadDigest', 400), 'discarded'],
    ['PreconditionFailed', thrown('PreconditionFailed', 412), 'exists'],
    ['NoSuchBucket', thrown('NoSuchBucket', 404), 'failed'],
    ['InvalidAccessKeyId', thrown('InvalidAccessKeyId', 403), 'failed'],
    ['InvalidClientTokenId', thrown('InvalidClientTokenId', 403), 'failed'],
    ['SignatureDoesNotMatch', thrown('SignatureDoesNotMatch', 403), 'failed'],
    ['RequestTimeTooSkewed', thrown('RequestTimeTooSkewed', 403), 'failed'],
    ['RegionDisabledException', thrown('RegionDisabledException', 403), 'failed'],
    ['ExpiredToken', thrown('ExpiredToken', 403), 'failed'],
    ['ExpiredTokenException', thrown('ExpiredTokenException', 403), 'failed'],
    ['SlowDown', thrown('SlowDown', 503), 'failed'],
    ['Throttling', thrown('Throttling', 400), 'failed'],
    ['PermanentRedirect', thrown('PermanentRedirect', 301), 'failed'],
    ['a 403 that nobody explains', thrown('UnknownError', 403), 'failed'],
    ['a name of an object\'s own', thrown('constructor', 403), 'failed'],
    ['a failure of the network', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'failed'],
    ['something that is no error', 'odd', 'failed'],
    ['nothing', undefined, 'failed'],
  ])('%s', (_title, error, kind) => {
    expect(outcomeOf(error).kind).toBe(kind);
  });

  test('a refusal tells which permission was missed, where AWS does', () => {
    const message = 'User: arn:aws:sts::1:assumed-role/a/b is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::b"';
    expect(outcomeOf(Object.assign(new Error(message), { name: 'AccessDenied' }))).toEqual({ kind: 'refused', message, action: 's3:ListBucket' });
    expect(outcomeOf(thrown('AccessDenied'))).toEqual({ kind: 'refused', message: 'said by AWS', action: undefined });
  });

  test('a failure tells its code, and what to do', () => {
    expect(outcomeOf(thrown('ExpiredToken', 400))).toEqual({ kind: 'failed', code: 'ExpiredToken', message: 'said by AWS; sign in anew' });
    expect(outcomeOf(thrown('UnknownError', 502))).toEqual({ kind: 'failed', code: '502', message: 'said by AWS' });
    expect(outcomeOf(Object.assign(new Error('Region is missing')))).toMatchObject({ code: 'RegionMissing', message: expect.stringContaining('--region') });
  });
});

describe('the region that a bucket lies in', () => {
  test.each<readonly [string, unknown, string | undefined]>([
    ['is in the header of a redirect', thrown('PermanentRedirect', 301, { $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } } }), 'eu-west-1'],
    ['is in a complaint about the signature', thrown('AuthorizationHeaderMalformed', 400, { Region: 'eu-west-1' }), 'eu-west-1'],
    ['is not in a refusal, whatever its header says', thrown('AccessDenied', 403, { $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } } }), undefined],
    ['is not a host', thrown('PermanentRedirect', 301, { Region: 'evil.example/' }), undefined],
    ['is not told', thrown('PermanentRedirect', 301), undefined],
    ['is not in nothing', undefined, undefined],
  ])('%s', (_title, error, region) => {
    expect(otherRegion(error)).toBe(region);
  });
});
