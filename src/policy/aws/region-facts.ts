// Written by "npm run docs:generate" from the region facts of aws-cdk-lib. Nobody edits it by hand.

/** What the CDK knows of each partition: the domain of the addresses in it, and its regions. */
export const REGION_FACTS = {
  'aws': {
    urlSuffix: 'amazonaws.com',
    regions: [
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-central-1',
      'ca-west-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'mx-central-1',
      'sa-east-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
  },
  'aws-cn': {
    urlSuffix: 'amazonaws.com.cn',
    regions: [
      'cn-north-1',
      'cn-northwest-1',
    ],
  },
  'aws-eusc': {
    urlSuffix: 'amazonaws.eu',
    regions: [
      'eusc-de-east-1',
    ],
  },
  'aws-iso': {
    urlSuffix: 'c2s.ic.gov',
    regions: [
      'us-iso-east-1',
      'us-iso-west-1',
    ],
  },
  'aws-iso-b': {
    urlSuffix: 'sc2s.sgov.gov',
    regions: [
      'us-isob-east-1',
      'us-isob-west-1',
    ],
  },
  'aws-iso-e': {
    urlSuffix: 'cloud.adc-e.uk',
    regions: [
      'eu-isoe-west-1',
    ],
  },
  'aws-iso-f': {
    urlSuffix: 'csp.hci.ic.gov',
    regions: [
      'us-isof-east-1',
      'us-isof-south-1',
    ],
  },
  'aws-us-gov': {
    urlSuffix: 'amazonaws.com',
    regions: [
      'us-gov-east-1',
      'us-gov-west-1',
    ],
  },
} as const;
