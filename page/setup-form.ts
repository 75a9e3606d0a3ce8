/// <reference lib="dom" />
import { BucketList } from './bucket-list';
import { button, make } from './dom';
import { choiceField, Field, textField } from './field';
import { suggestedId } from './suggested-id';
import { externalIdHint, filledInNote, principalHint, regionHint } from './wording';
import { defaultRoleName, KitFacts, SetupInput } from '../src/kit/form';
import { Issue } from '../src/policy/base';

type Single = 'accountId' | 'region' | 'externalId' | 'principalArn' | 'roleName';

/** All that the customer types. */
export class SetupForm {
  public readonly element: HTMLFormElement;
  private readonly single: Readonly<Partial<Record<Single, Field>>>;
  private readonly list: BucketList;

  constructor(private readonly facts: KitFacts, changed: () => void) {
    this.single = singleFields(facts);
    this.list = new BucketList(facts, changed);
    const { accountId, region, externalId, principalArn, roleName } = this.single;
    const { name, roleName: fixedName } = facts.vendor;
    this.element = make('form', { 'id': 'setup', 'tabindex': '-1', 'novalidate': '', 'autocomplete': 'off', 'aria-label': 'Your set-up' },
      section('Your account', accountId, region),
      section(`Agreed with ${name}`, externalId, principalArn, roleName,
        fixedName === undefined ? undefined : { element: fixed('Role name', fixedName, `${name} works with no other name.`) }),
      section(facts.slots > 1 ? 'Your buckets' : 'Your bucket', this.list));
    this.element.addEventListener('input', changed);
    this.element.addEventListener('visit', changed);
    // Enter in a field would load the page again.
    this.element.addEventListener('submit', (event) => event.preventDefault());
  }

  public get input(): SetupInput {
    const { accountId, region, externalId, principalArn, roleName } = this.single;
    return {
      accountId: accountId?.value ?? '',
      region: region?.value ?? '',
      externalId: externalId?.value ?? '',
      principalArn: principalArn?.value ?? '',
      roleName: roleName?.value ?? '',
      buckets: this.list.buckets.map(({ input }) => input),
    };
  }

  /** All fields, in the order of the page, by the name that errors call them. */
  public get fields(): ReadonlyMap<string, Field> {
    return new Map([
      ...Object.entries(this.single),
      ...this.list.buckets.flatMap(({ fields }, i) => Object.entries(fields).map(([name, field]) => [`buckets[${i}].${name}`, field] as const)),
    ].filter((entry): entry is [string, Field] => entry[1] !== undefined));
  }

  /** Shows at each field what is wrong with it. */
  public show(issues: readonly Issue[]): void {
    this.fields.forEach((field, name) => {
      field.wrong = issues.find((issue) => issue.field === name);
    });
  }

  /** The first field that something is wrong with. */
  public get firstWrong(): Field | undefined {
    return [...this.fields.values()].find((field) => field.wrong !== undefined);
  }

  /** Fills in the external ID that came with the link to the page. */
  public fillIn(externalId: string): void {
    if (this.single.externalId && externalId !== '') {
      this.single.externalId.value = externalId;
      this.single.externalId.note(filledInNote(this.facts));
    }
  }
}

function singleFields(facts: KitFacts): Partial<Record<Single, Field>> {
  const { regions, asksPrincipal, vendor: { name, roleName } } = facts;
  const anyRegion: ReadonlyArray<[string, string]> = regions.length > 1 ? [['', 'Choose a region']] : [];
  return {
    accountId: textField({ id: 'account-id', label: 'AWS account ID', hint: '12 digits: the account that owns the buckets.' }, { inputmode: 'numeric' }),
    region: choiceField({ id: 'region', label: 'Region', hint: regionHint(facts) },
      [...anyRegion, ...regions.map((region): [string, string] => [region, region])]),
    externalId: facts.externalId === 'none' ? undefined : externalIdField(facts),
    principalArn: asksPrincipal ? textField({ id: 'principal-arn', label: `Principal of ${name}`, optional: true, hint: principalHint(facts) }) : undefined,
    roleName: roleName !== undefined ? undefined
      : textField({ id: 'role-name', label: 'Role name', optional: true, hint: `If left empty: ${defaultRoleName(name)} by hand, and a name made up by CloudFormation in one click.` }),
  };
}

function externalIdField(facts: KitFacts): Field {
  const { externalId, asksPrincipal } = facts;
  const suggest = button('Suggest one', { class: 'quiet' }, () => {
    field.value = suggestedId();
    field.focus();
  });
  const field: Field = textField({
    id: 'external-id',
    label: 'External ID',
    hint: externalIdHint(facts),
    // A role that nobody can assume yet needs none yet.
    optional: externalId === 'derived' || asksPrincipal,
    extra: externalId === 'issued' ? undefined : suggest,
  });
  return field;
}

function section(title: string, ...parts: ReadonlyArray<{ readonly element: HTMLElement } | undefined>): HTMLFieldSetElement {
  return make('fieldset', { class: 'card' }, make('legend', {}, make('h2', {}, title)),
    ...parts.flatMap((part) => (part ? [part.element] : [])));
}

function fixed(label: string, value: string, hint: string): HTMLElement {
  return make('div', { class: 'field' },
    make('p', { class: 'label' }, label),
    make('p', { class: 'fixed' }, value),
    make('p', { class: 'hint' }, hint));
}
