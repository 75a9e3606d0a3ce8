import { KitFacts } from '../src/one-click/setup/facts';
import { Setup } from '../src/one-click/setup/setup';

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
      intro: 'Add it to the role as an inline policy. Nothing else is allowed.',
      texts: ({ inlinePolicy, managedPolicies }) => [
        { name: managedPolicies.length > 0 ? 'inline policy' : 'permission policy', content: json(inlinePolicy) },
        ...managedPolicies.map((policy, i) => ({ name: `managed policy ${i + 1}`, content: json(policy) })),
      ],
    },
  ];
}

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
