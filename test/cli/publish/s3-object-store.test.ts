import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { S3ObjectStore } from '../../../src/cli/publish/s3-object-store';
import { Upload } from '../../../src/cli/publish/uploads';

const UPLOAD: Upload = {
  path: 'SETUP.md', key: 'kits/1.2.0/SETUP.md', content: Buffer.from('# Set-up'), contentType: 'text/markdown; charset=utf-8', cacheControl: 'no-cache',
};

let server: Server;
let store: S3ObjectStore;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const environment = { ...process.env };

beforeEach(async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAVENDOR', AWS_SECRET_ACCESS_KEY: 'secret', AWS_MAX_ATTEMPTS: '1' });
  server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  store = new S3ObjectStore('acme-kits', 'eu-west-1', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterEach(async () => {
  store.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  process.env = { ...environment };
});

function answers(status: number, code = '', headers: Record<string, string> = {}): void {
  answer = (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/xml', ...headers });
    response.end(code === '' ? '' : `<Error><Code>${code}</Code><Message>said by S3</Message></Error>`);
  };
}

test('what is there is read', async () => {
  answer = (_, response) => response.end('theirs');

  expect(String(await store.read('a'))).toBe('theirs');
});

test('what is missing is nothing', async () => {
  answers(404, 'NoSuchKey');

  expect(await store.read('a')).toBeUndefined();
});

test.each([[true, '*'], [false, undefined]])('a file is written with its type, lifetime and checksum; only if it is new: %s', async (onlyNew, condition) => {
  let seen: IncomingMessage | undefined;
  answer = (request, response) => {
    seen = request;
    response.end();
  };

  expect(await store.write(UPLOAD, onlyNew)).toBe('written');
  expect(seen).toMatchObject({ method: 'PUT', url: '/acme-kits/kits/1.2.0/SETUP.md?x-id=PutObject' });
  expect(seen!.headers).toMatchObject({ 'content-type': UPLOAD.contentType, 'cache-control': 'no-cache', 'x-amz-checksum-sha256': expect.any(String) });
  expect(seen!.headers['if-none-match']).toBe(condition);
  expect(Object.keys(seen!.headers).filter((name) => /acl|grant/.test(name))).toEqual([]);
});

test('a file that is there already is not replaced', async () => {
  answers(412, 'PreconditionFailed');

  expect(await store.write(UPLOAD, true)).toBe('exists');
});

test('what starts alike is listed, to the last page', async () => {
  const asked: string[] = [];
  answer = (request, response) => {
    const { searchParams } = new URL(request.url!, 'http://x');
    asked.push(`${searchParams.get('prefix')} ${searchParams.get('continuation-token')}`);
    const [key, more] = asked.length === 1 ? ['a/1', '<NextContinuationToken>next</NextContinuationToken>'] : ['a/2', ''];
    response.setHeader('Content-Type', 'application/xml');
    response.end(`<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${more}<Contents><Key>${key}</Key></Contents></ListBucketResult>`);
  };

  expect(await store.list('a/')).toEqual(['a/1', 'a/2']);
  expect(asked).toEqual(['a/ null', 'a/ next']);
});

test('nothing is listed where nothing is', async () => {
  answer = (_, response) => response.end('<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></ListBucketResult>');

  expect(await store.list('a/')).toEqual([]);
});

test('a file is deleted', async () => {
  let seen: IncomingMessage | undefined;
  answer = (request, response) => {
    seen = request;
    response.writeHead(204).end();
  };
  await store.remove('kits/latest/policies/read.json');

  expect(seen).toMatchObject({ method: 'DELETE', url: '/acme-kits/kits/latest/policies/read.json?x-id=DeleteObject' });
});

describe('a failure says what to do', () => {
  test.each<readonly [string, number, string, Record<string, string>, RegExp]>([
    ['a refusal', 403, 'AccessDenied', {}, /cannot read s3:\/\/acme-kits\/a: said by S3; publishing takes s3:GetObject, s3:PutObject and s3:ListBucket/],
    ['another region', 301, 'PermanentRedirect', { 'x-amz-bucket-region': 'us-east-1' }, /the bucket lies in us-east-1; name it with --region/],
    ['a bucket that is not there', 404, 'NoSuchBucket', {}, /check the name of the bucket/],
    ['throttling', 503, 'SlowDown', {}, /try again later/],
  ])('on %s', async (_title, status, code, headers, message) => {
    answers(status, code, headers);

    await expect(store.read('a')).rejects.toThrow(message);
    await expect(store.read('a')).rejects.toMatchObject({ exitCode: 3 });
  });

  test('on a refusal to list, and to delete', async () => {
    answers(403, 'AccessDenied');

    await expect(store.list('kits/latest/')).rejects.toThrow(/cannot list s3:\/\/acme-kits\/kits\/latest\/: .*s3:ListBucket/);
    await expect(store.remove('a')).rejects.toThrow(/cannot delete s3:\/\/acme-kits\/a: .*--prune takes s3:DeleteObject/);
  });

  test('on a refusal to write', async () => {
    answers(403, 'AccessDenied');

    await expect(store.write(UPLOAD, true)).rejects.toThrow(/cannot write s3:\/\/acme-kits\/kits\/1\.2\.0\/SETUP\.md/);
  });
});
