import { REGION } from '../../../support/deployed-template';
import { ACCOUNT_HEADER } from '../clients';

/** The vendor's account, with the topic that is told of new roles, and a queue that takes what the topic gets. */
export class VendorTopic {
  public static async create(endpoint: string, account: string, topicName: string): Promise<VendorTopic> {
    const topic = new VendorTopic(endpoint, account);
    const arn = `arn:aws:sns:${REGION}:${account}:${topicName}`;
    await topic.sns({ Action: 'CreateTopic', Name: topicName });
    await topic.sqs('CreateQueue', { QueueName: 'told' });
    const subscription = { Action: 'Subscribe', TopicArn: arn, Protocol: 'sqs', Endpoint: `arn:aws:sqs:${REGION}:${account}:told` };
    await topic.sns({ ...subscription, 'Attributes.entry.1.key': 'RawMessageDelivery', 'Attributes.entry.1.value': 'true' });
    return topic;
  }

  private constructor(private readonly endpoint: string, private readonly account: string) {
  }

  /** What the topic was told since this was asked last, in order. */
  public async told(): Promise<any[]> {
    const QueueUrl = `${this.endpoint}/${this.account}/told`;
    const { Messages: messages = [] } = await this.sqs('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10 });
    for (const { ReceiptHandle } of messages) {
      await this.sqs('DeleteMessage', { QueueUrl, ReceiptHandle });
    }
    return messages.map(({ Body }: { Body: string }) => JSON.parse(Body));
  }

  private async sns(parameters: Readonly<Record<string, string>>): Promise<void> {
    await this.post('sns', 'application/x-www-form-urlencoded', new URLSearchParams({ Version: '2010-03-31', ...parameters }).toString());
  }

  private async sqs(operation: string, input: object): Promise<any> {
    return JSON.parse(await this.post('sqs', 'application/x-amz-json-1.0', JSON.stringify(input), { 'X-Amz-Target': `AmazonSQS.${operation}` }) || '{}');
  }

  private async post(service: string, type: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': type,
        // The emulator tells services apart by the scope, and checks no signature.
        'Authorization': `AWS4-HMAC-SHA256 Credential=unused/20260101/${REGION}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
        [ACCOUNT_HEADER]: this.account,
      },
      body,
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${service} refused: ${text}`);
    }
    return text;
  }
}
