import { announce } from './announce';
import { linkTo, make, toggleAttribute } from './dom';
import { LaunchTarget } from './launch-target';
import { callBackNotice, KitFacts } from '../src/kit/form';

/** The button that opens the CloudFormation console, and what there is to know before. */
export class LaunchCard {
  public readonly element: HTMLElement;
  private readonly link = make('a', { 'role': 'link', 'class': 'launch', 'aria-describedby': 'launch-reason' }, 'Launch stack');
  private readonly reason = make('p', { id: 'launch-reason', class: 'hint' });

  constructor(private readonly facts: KitFacts, refused: () => void) {
    this.element = make('section', { 'class': 'card', 'aria-labelledby': 'launch-title' },
      make('h2', { id: 'launch-title' }, 'In one click'),
      make('p', {}, 'Opens CloudFormation in your AWS account, filled in. You review the stack and create it there.'),
      ...notice(facts),
      this.link,
      this.reason);
    const pressed = (event: Event) => {
      if (!this.link.hasAttribute('href')) {
        event.preventDefault();
        refused();
        announce(this.reason.textContent!);
      }
    };
    this.link.addEventListener('click', pressed);
    this.link.addEventListener('keydown', (event) => event.key === 'Enter' && pressed(event));
  }

  /** Shows where the button leads. */
  public show({ link, reason }: LaunchTarget): void {
    // Without an address it is no link, but still one that people look for.
    toggleAttribute(this.link, 'aria-disabled', link === undefined ? 'true' : undefined);
    toggleAttribute(this.link, 'tabindex', link === undefined ? '0' : undefined);
    if (link === undefined) {
      ['href', 'target', 'rel'].forEach((name) => this.link.removeAttribute(name));
    } else {
      linkTo(this.link, link);
    }
    this.reason.textContent = reason ?? `Makes the stack ${this.facts.stackName}. The button opens a new tab.`;
  }
}

/** Whom the stack tells of the role, before anybody creates it. */
function notice(facts: KitFacts): Node[] {
  const text = callBackNotice(facts);
  return text === undefined ? [] : [make('p', { class: 'notice' }, text)];
}
