const s3 = require('@aws-sdk/client-s3');
const { STSClient, AssumeRoleCommand } = require('@aws-sdk/client-sts');
const { SecretsManagerClient, GetSecretValueCommand } = require('@aws-sdk/client-secrets-manager');

const own = new s3.S3Client();

async function credentialsOf({ roleArn, externalId, secretArn }) {
  if (secretArn) {
    const { SecretString } = await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: secretArn }));
    return JSON.parse(SecretString);
  }
  const { Credentials: c } = await new STSClient().send(new AssumeRoleCommand({
    RoleArn: roleArn, ExternalId: externalId, RoleSessionName: 'probe',
  }));
  return { accessKeyId: c.AccessKeyId, secretAccessKey: c.SecretAccessKey, sessionToken: c.SessionToken };
}

async function outcomeOf({ as, call, input }) {
  try {
    const credentials = await credentialsOf(as);
    if (call) {
      await new s3.S3Client({ credentials }).send(new s3[`${call}Command`](input));
    }
    return 'allowed';
  } catch (e) {
    return { 403: 'denied', 404: 'missing' }[e.$metadata?.httpStatusCode] ?? e.name;
  }
}

// IAM needs a while until everything is in force, so a check that fails is tried again as long as there is time.
async function failures(checks, context) {
  for (;;) {
    const failed = [];
    for (const check of checks) {
      const outcome = await outcomeOf(check);
      if (outcome !== check.expected) {
        failed.push(`${check.name}: ${outcome}, expected ${check.expected}`);
      }
    }
    if (failed.length === 0 || context.getRemainingTimeInMillis() < 60000) {
      return failed;
    }
    await new Promise((done) => setTimeout(done, 10000));
  }
}

async function run({ seeds, checks }, context) {
  const written = checks.filter(({ call }) => call === 'PutObject').map(({ input }) => input);
  try {
    for (const seed of seeds) {
      await own.send(new s3.PutObjectCommand({ ...seed, Body: 'seed' }));
    }
    return await failures(checks, context);
  } finally {
    // An empty bucket can be deleted with the stack.
    for (const { Bucket, Key } of [...seeds, ...written]) {
      await own.send(new s3.DeleteObjectCommand({ Bucket, Key }));
    }
  }
}

exports.handler = async (event, context) => {
  let failed;
  try {
    failed = event.RequestType === 'Delete' ? [] : await run(JSON.parse(event.ResourceProperties.Plan), context);
  } catch (e) {
    failed = [`${e.name}: ${e.message}`];
  }
  const { RequestId, StackId, LogicalResourceId } = event;
  await fetch(event.ResponseURL, {
    method: 'PUT',
    body: JSON.stringify({
      RequestId, StackId, LogicalResourceId, PhysicalResourceId: 'probe',
      Status: failed.length === 0 ? 'SUCCESS' : 'FAILED',
      Reason: failed.join('; ').slice(0, 1000) || 'as expected',
    }),
  });
};
