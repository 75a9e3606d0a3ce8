import { KitFacts, Setup } from '../src/kit/form';
import { awsCli, cdkSnippet, terraform } from '../src/kit/texts';

/** A text to copy. */
export interface Text {
  /** As in "Copy the …". */
  readonly name: string;
  readonly content: string;
}

/** One way to show a set-up. */
export interface View {
  readonly id: string;
  readonly title: string;
  /** The heading, in full. */
  readonly heading: string;
  readonly intro: string;
  readonly texts: (setup: Setup) => readonly Text[];
}

/** All ways to set up by hand. */
export function views({ vendor: { name } }: KitFacts): View[] {
  return [
    {
      id: 'trust',
      title: 'Trust policy',
      heading: 'Who may assume the role',
      intro: 'IAM console: create a role with a custom trust policy, and paste this.',
      texts: ({ trust }) => [{ name: 'trust policy', content: json(trust) }],
    },
    {
      id: 'permissions',
      title: 'Permissions',
      heading: `What ${name} may do`,
      intro: 'Add it to the role as an inline policy. Nothing beyond it is allowed.',
      texts: ({ inlinePolicy, managedPolicies, keyHandOffs }) => [
        { name: managedPolicies.length > 0 ? 'inline policy' : 'permission policy', content: json(inlinePolicy) },
        ...managedPolicies.map((policy, i) => ({ name: `managed policy ${i + 1}`, content: json(policy) })),
        ...keyHandOffs.map(({ keyArn, statements }) => ({ name: `statements for the policy of ${keyArn}, to be added by its owner`, content: json(statements) })),
      ],
    },
    {
      id: 'cli',
      title: 'AWS CLI',
      heading: 'With the AWS CLI',
      intro: 'Run it in a shell that is signed in to your account, such as CloudShell.',
      texts: (setup) => [{ name: 'AWS CLI commands', content: awsCli(setup) }],
    },
    {
      id: 'cdk',
      title: 'CDK',
      heading: 'With the AWS CDK',
      intro: 'For a stack of yours. The construct is in the package cdk-vendor-s3-access.',
      texts: (setup) => [{ name: 'CDK code', content: cdkSnippet(setup) }],
    },
    {
      id: 'terraform',
      title: 'Terraform',
      heading: 'With Terraform',
      intro: 'For a configuration of yours; it works with OpenTofu, too.',
      texts: (setup) => [{ name: 'Terraform code', content: terraform(setup) }],
    },
  ];
}

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
