/// <reference lib="dom" />
import { linkTo, make } from './dom';
import { LaunchCard } from './launch-card';
import { launchTarget } from './launch-target';
import { SetupForm } from './setup-form';
import { Summary } from './summary';
import { tabs } from './tabs';
import { views } from './texts';
import { ViewPanel } from './view-panel';
import { MODE_LABELS } from './wording';
import { checkSetup, KitFacts } from '../src/kit/form';

/** Builds the page, and keeps what it shows in step with what is typed. */
export function showPage(facts: KitFacts, address: URL): void {
  const form = new SetupForm(facts, update);
  const summary = new Summary();
  const launch = new LaunchCard(facts, () => {
    form.fields.forEach((field) => field.visit());
    update();
    form.firstWrong?.focus();
  });
  const pending = make('p', { class: 'notice' });
  const all = views(facts).map((view) => ({ ...view, panel: new ViewPanel(view) }));

  function update(): void {
    const { setup, issues } = checkSetup(facts, form.input);
    form.show(issues);
    summary.show(issues, form.fields);
    launch.show(launchTarget(facts, form.input, address.href));
    all.forEach(({ panel }) => panel.show(setup, 'It appears here as soon as the form is complete.'));
    pending.textContent = `Nobody can assume this role yet. Once ${facts.vendor.name} has named its principal, come back and add it.`;
    pending.hidden = setup?.pending !== true;
  }

  document.getElementById('intro')!.append(...intro(facts));
  document.getElementById('main')!.append(
    make('div', { class: 'inputs' }, form.element, summary.element),
    make('div', { class: 'results' }, launch.element,
      make('section', { 'class': 'card', 'aria-labelledby': 'manual-title' },
        make('h2', { id: 'manual-title' }, 'Or by hand'),
        pending,
        tabs('Ways to set up by hand', all.map(({ id, title, panel }) => ({ id, title, content: panel.element }))))));
  document.getElementById('outro')!.append(...outro(facts));

  const externalId = address.searchParams.get('externalId');
  if (externalId !== null) {
    form.fillIn(externalId);
  }
  update();
}

function intro({ vendor: { name, documentationUrl, companionBuckets = [] } }: KitFacts): Node[] {
  const own = companionBuckets.map(({ bucketName, mode }) => `${MODE_LABELS[mode].toLowerCase()} in its own bucket ${bucketName}`);
  const guide = make('a', {}, `Guide of ${name}`);
  if (documentationUrl?.startsWith('https://')) {
    linkTo(guide, documentationUrl);
  }
  return [
    make('h1', {}, `Connect S3 to ${name}`),
    make('p', {}, own.length === 0
      ? `Fill in what you want to share. The role gives ${name} exactly that, and nothing more.`
      : `Fill in what you want to share. The role gives ${name} exactly that, and what it needs to ${own.join(' and ')}.`),
    ...(guide.hasAttribute('href') ? [make('p', {}, guide)] : []),
  ];
}

function outro({ version }: KitFacts): Node[] {
  return [make('p', {}, `This page works in your browser alone: what you type is neither stored nor sent.${version === undefined ? '' : ` Version ${version}.`}`)];
}
