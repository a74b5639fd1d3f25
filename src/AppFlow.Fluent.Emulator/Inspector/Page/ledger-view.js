// The ledger's panel: the grid, its filter, and an entry in full.

import { count, operationName, several, spoken } from './format.js';
import { nextFrame } from './frames.js';
import { Ledger } from './ledger.js';
import { VirtualGrid, setText } from './virtual-grid.js';

const byId = id => document.getElementById(id);
const svg = 'http://www.w3.org/2000/svg';

const columns = [
  { name: 'number', title: '#', fill: (cell, row) => setText(cell, String(row.number)) },
  { name: 'operation', title: 'Operation', fill: (cell, row) => setText(cell, operationName(row.entry.operation)) },
  { name: 'label', title: 'Connector', fill: (cell, row) => setText(cell, row.entry.connectorLabel ?? '') },
  { name: 'region', title: 'Region', fill: (cell, row) => setText(cell, row.entry.region ?? '') },
  { name: 'attempt', title: 'Attempt', fill: (cell, row) => setText(cell, row.entry.attempt === null ? '' : String(row.entry.attempt)) },
  { name: 'outcome', title: 'Outcome', fill: fillOutcome },
  { name: 'effect', title: 'Effect', fill: (cell, row) => setText(cell, row.isChange ? 'changed' : '–') },
  { name: 'why', title: 'Error or fault', fill: (cell, row) => setText(cell, whyOf(row.entry)) },
  { name: 'token', title: 'Token', fill: (cell, row) => setText(cell, row.entry.clientToken ?? '') },
];

function whyOf({ error, fault }) {
  if (fault === null) {
    return error ?? '';
  }

  return error === null ? spoken(fault) : `${error} (${spoken(fault)})`;
}

function fillOutcome(cell, { entry: { outcome } }) {
  if (cell.dataset.outcome === outcome) {
    return;
  }

  cell.dataset.outcome = outcome;
  const shape = document.createElementNS(svg, 'svg');
  shape.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#shape-${outcome}`);
  shape.append(use);
  const word = document.createElement('span');
  word.textContent = outcome;
  cell.replaceChildren(shape, word);
}

function describe(element, row) {
  const { rows } = row.call;
  const place = rows.length === 1 ? 'alone' : row === rows[0] ? 'first' : row === rows[rows.length - 1] ? 'last' : 'middle';
  element.dataset.place = place;
  element.dataset.outcome = row.entry.outcome;
}

export class LedgerView {
  #ledger = new Ledger();
  #shown = null;
  #show = () => this.#render();

  constructor(announcer) {
    this.announcer = announcer;
    this.grid = new VirtualGrid(byId('ledger-grid'), { name: 'Ledger', columns, describe, onOpen: row => this.#open(row) });
    this.filter = byId('filter');
    this.outcome = byId('outcome');
    this.follow = byId('follow');
    this.filter.addEventListener('input', () => this.#filterChanged());
    this.outcome.addEventListener('change', () => this.#filterChanged());
    this.follow.addEventListener('change', () => nextFrame(this.#show));
    byId('clear-filter').addEventListener('click', () => this.filterBy(''));
    byId('close-details').addEventListener('click', () => this.#close());
    byId('only-call').addEventListener('click', () => this.filterBy(this.#shown.entry.invocationId));
    byId('only-token').addEventListener('click', () => this.filterBy(this.#shown.entry.clientToken));
    byId('details').addEventListener('keydown', event => event.key === 'Escape' && this.#close());

    // Somebody who scrolls back wants to read.
    byId('ledger-grid').addEventListener('wheel', event => {
      if (event.deltaY < 0) {
        this.follow.checked = false;
      }
    }, { passive: true });
    byId('ledger-grid').addEventListener('keydown', event => {
      if (['ArrowUp', 'PageUp', 'Home'].includes(event.key)) {
        this.follow.checked = false;
      }
    });
    nextFrame(this.#show);
  }

  add(event, isNew) {
    const row = this.#ledger.add(event);
    if (row !== null) {
      if (isNew) {
        this.announcer.count(row.entry.outcome);
      }

      nextFrame(this.#show);
    }
  }

  clear() {
    this.#ledger.clear();
    this.#close();
    nextFrame(this.#show);
  }

  filterBy(text) {
    this.filter.value = text;
    this.outcome.value = '';
    this.#filterChanged();
    this.filter.focus();
  }

  #filterChanged() {
    this.isFilterNew = true;
    nextFrame(this.#show);
  }

  #render() {
    const words = this.filter.value.toLowerCase().split(/\s+/).filter(word => word !== '');
    const rows = this.#ledger.rows(words, this.outcome.value);
    const all = this.#ledger.rowCount;
    document.body.classList.toggle('many-regions', this.#ledger.hasRegions);
    this.grid.setRows(rows);
    byId('ledger-empty').hidden = all > 0;
    byId('ledger-none').hidden = all === 0 || rows.length > 0;
    const shown = rows.length === all ? several(all, 'entry', 'entries') : `${count(rows.length)} of ${several(all, 'entry', 'entries')}`;
    setText(byId('ledger-count'), this.#ledger.isTrimmed ? `${shown}, the newest` : shown);
    if (this.follow.checked) {
      this.grid.scrollToEnd();
    }

    if (this.isFilterNew) {
      this.isFilterNew = false;
      this.announcer.say(`${shown} shown`);
    }
  }

  #open(row) {
    this.#shown = row;
    this.follow.checked = false;
    const { entry } = row;
    setText(byId('details-title'), `Entry ${row.number}`);
    const facts = [
      ['Operation', entry.operation],
      ['Connector', entry.connectorLabel],
      ['Region', entry.region],
      ['Outcome', row.isChange ? `${entry.outcome}, and changed something` : `${entry.outcome}, and changed nothing`],
      ['Error', entry.error],
      ['Fault', entry.fault],
      ['Attempt', entry.attempt === null ? null : `${entry.attempt} (${several(row.call.rows.length, 'attempt', 'attempts')} of this call seen)`],
      ['Invocation', entry.invocationId],
      ['Client token', entry.clientToken],
      ['Description', entry.description],
      ['Lambda', entry.lambdaArn],
      ['Event', row.id],
    ];
    byId('details-list').replaceChildren(...facts.filter(([, value]) => value !== null).map(([name, value]) => {
      const fact = document.createElement('div');
      const term = document.createElement('dt');
      const text = document.createElement('dd');
      term.textContent = name;
      text.textContent = value;
      fact.append(term, text);
      return fact;
    }));
    byId('only-call').disabled = !entry.invocationId;
    byId('only-token').disabled = !entry.clientToken;
    byId('details').hidden = false;
    this.announcer.say(`Entry ${row.number} is shown below`);
  }

  #close() {
    const details = byId('details');
    if (!details.hidden) {
      const hadFocus = details.contains(document.activeElement);
      details.hidden = true;
      if (hadFocus) {
        byId('ledger-grid').focus();
      }
    }
  }
}
