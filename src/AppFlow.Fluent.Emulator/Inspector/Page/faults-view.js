// The form of the fault plan. Only the emulator validates it; its message is shown next to the field that it concerns.

import { read, send } from './api.js';
import { operationName, several, spoken } from './format.js';
import { setText } from './virtual-grid.js';

const byId = id => document.getElementById(id);
const memberOf = (rule, name) => rule.querySelector(`[data-member="${name}"]`);

const kinds = [
  'dropBeforeApplying', 'dropAfterApplying', 'errorBeforeApplying', 'errorAfterApplying', 'truncatedBody', 'nonJsonBody', 'delay', 'skewedDate',
];
const operations = ['RegisterConnector', 'UpdateConnectorRegistration', 'UnregisterConnector', 'DescribeConnector', 'ListConnectors'];

export class FaultsView {
  #made = 0;
  #edits = 0;
  #reads = 0;
  #isChanged = false;
  #shown = '';

  constructor({ announcer }) {
    this.announcer = announcer;
    this.rules = byId('rules');
    this.form = byId('faults-form');
    this.form.addEventListener('input', () => this.#changed());
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.#apply(this.#plan());
    });
    byId('add-rule').addEventListener('click', () => {
      const rule = this.#add();
      this.#fill(rule, { kind: 'dropAfterApplying', nth: 1 });
      rule.querySelector('select').focus();
      this.#changed();
    });
    byId('reload-faults').addEventListener('click', () => this.#reload());
    byId('clear-faults').addEventListener('click', () => this.#apply({ rules: [] }));
  }

  /** Shows the active plan, unless somebody is changing the form. */
  async refresh() {
    if (this.#isChanged) {
      return;
    }

    const number = ++this.#reads;
    const plan = await read('faults');
    const text = JSON.stringify(plan);

    // An answer that comes after a newer question may show a plan that is no longer active.
    if (number === this.#reads && !this.#isChanged && text !== this.#shown) {
      this.#shown = text;
      this.#show(plan);
    }
  }

  #show({ seed, rules }) {
    write(byId('seed'), String(seed));
    [...this.rules.children].slice(rules.length).forEach(rule => rule.remove());
    rules.forEach((values, index) => this.#fill(this.rules.children[index] ?? this.#add(), values));
    this.#clearErrors();
    this.#isChanged = false;
    this.#tell();
  }

  #changed() {
    this.#edits++;
    this.#isChanged = true;
    this.#tell();
  }

  #tell() {
    const count = this.rules.children.length;
    byId('faults-empty').hidden = count > 0;
    setText(byId('faults-state'), this.#isChanged ? 'not applied yet' : count === 0 ? 'none' : `${several(count, 'rule', 'rules')} in force`);
    [...this.rules.children].forEach((rule, index) => setText(rule.querySelector('legend'), `Rule ${index + 1}`));
  }

  #add() {
    const rule = byId('rule').content.firstElementChild.cloneNode(true);
    memberOf(rule, 'kind').append(...kinds.map(kind => new Option(spoken(kind), kind)));
    memberOf(rule, 'operation').append(...operations.map(operation => new Option(operationName(operation), operation)));
    rule.querySelector('.error').id = `rule-error-${++this.#made}`;
    memberOf(rule, 'kind').addEventListener('change', () => showMembers(rule));
    rule.querySelector('.remove').addEventListener('click', () => {
      const next = rule.nextElementSibling?.querySelector('select') ?? byId('add-rule');
      rule.remove();
      next.focus();
      this.#changed();
    });
    this.rules.append(rule);
    return rule;
  }

  /** Changes only what differs, because somebody may be in one of the fields. */
  #fill(rule, values) {
    for (const field of rule.querySelectorAll('[data-member]')) {
      const value = values[field.dataset.member] ?? '';
      write(field, typeof value === 'string' ? withoutZeros(value) : String(value));
    }

    showMembers(rule);
  }

  #plan() {
    return {
      seed: valueOf(byId('seed'), true),
      rules: [...this.rules.children].map(rule => {
        const fields = [...rule.querySelectorAll('[data-member]')].filter(field => field.value !== '' && !field.closest('label').hidden);
        return Object.fromEntries(fields.map(field => [field.dataset.member, valueOf(field, field.dataset.type === 'number')]));
      }),
    };
  }

  async #apply(plan) {
    this.#clearErrors();
    const edits = this.#edits;
    try {
      await send('PUT', 'faults', plan);

      // Text that was typed while the request was under way stays in the form.
      if (edits === this.#edits) {
        this.#isChanged = false;
        this.#shown = '';
        await this.refresh();
      }

      this.announcer.say(plan.rules.length === 0 ? 'No faults are planned' : `The plan is in force: ${several(plan.rules.length, 'rule', 'rules')}`);
    } catch (refusal) {
      this.#showError(refusal.message);
    }
  }

  async #reload() {
    this.#isChanged = false;
    this.#shown = '';
    try {
      await this.refresh();
    } catch (refusal) {
      this.#showError(refusal.message);
    }
  }

  /** A message begins with the path of the value that it concerns, such as rules[1].nth. */
  #showError(message) {
    const [, index, member] = /^rules\[(\d+)\]\.?(\w*)/.exec(message) ?? [];
    const rule = index === undefined ? undefined : this.rules.children[Number(index)];
    const field = (rule && memberOf(rule, member)) ?? (message.startsWith('seed ') ? byId('seed') : undefined);
    const error = rule?.querySelector('.error') ?? (field ? byId('seed-error') : byId('faults-error'));
    setText(error, message);
    if (field) {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', error.id);
      field.focus();
    }
  }

  #clearErrors() {
    for (const error of this.form.querySelectorAll('.error')) {
      setText(error, '');
    }

    for (const field of this.form.querySelectorAll('[aria-invalid]')) {
      field.removeAttribute('aria-invalid');
    }
  }
}

/** Shows the members that a fault of the chosen kind has. */
function showMembers(rule) {
  for (const label of rule.querySelectorAll('[data-for]')) {
    label.hidden = !label.dataset.for.split(' ').includes(memberOf(rule, 'kind').value);
  }
}

function write(field, text) {
  if (field.value !== text) {
    field.value = text;
  }
}

/** A duration such as 00:00:00.2500000, without the trailing zeros. */
const withoutZeros = text => text.replace(/^(-?[\d.]*\d\d:\d\d:\d\d\.\d*[1-9])0+$/, '$1');

// Text that is not a number is sent unchanged, so that the emulator says what is wrong with it.
function valueOf(field, isNumber) {
  const text = field.value.trim();
  return isNumber && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : field.value;
}
