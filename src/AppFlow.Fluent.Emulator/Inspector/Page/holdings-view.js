// What the emulator holds: connectors and client tokens.

import { read } from './api.js';
import { count, duration, endOfArn, operationName, several, time } from './format.js';
import { VirtualGrid, setText } from './virtual-grid.js';

const byId = id => document.getElementById(id);

// Pauses between reads, so that a busy emulator does not spend most of its time on this page.
const shortestPause = 400;
const pausePerRead = 4;
const pauseAfterFailure = 2000;

const connectorColumns = [
  { name: 'label', title: 'Connector', fill: (cell, row) => setText(cell, row.connectorLabel) },
  { name: 'version', title: 'Version', fill: (cell, row) => setText(cell, row.version) },
  { name: 'region', title: 'Region', fill: (cell, row) => setText(cell, row.region) },
  { name: 'description', title: 'Description', fill: (cell, row) => setText(cell, row.description ?? '–') },
  {
    name: 'lambda',
    title: 'Lambda',
    fill: (cell, row) => {
      setText(cell, endOfArn(row.lambdaArn));
      cell.title = row.lambdaArn;
    },
  },
];

export class HoldingsView {
  #tokens = [];
  #tokenCount = 0;
  #timer = 0;
  #isReading = false;
  #isStale = false;

  constructor({ clock, onConnector, onToken }) {
    this.clock = clock;
    this.connectors = new VirtualGrid(byId('connectors-grid'), {
      name: 'Connectors',
      columns: connectorColumns,
      onOpen: row => onConnector(row.connectorLabel),
    });
    this.tokens = new VirtualGrid(byId('tokens-grid'), {
      name: 'Client tokens',
      columns: [
        { name: 'token', title: 'Token', fill: (cell, row) => setText(cell, row.clientToken) },
        { name: 'operation', title: 'Operation', fill: (cell, row) => setText(cell, operationName(row.operation)) },
        { name: 'region', title: 'Region', fill: (cell, row) => setText(cell, row.region) },
        { name: 'left', title: 'Time left', fill: (cell, row) => this.#fillLeft(cell, row) },
      ],
      onOpen: row => onToken(row.clientToken),
    });
    setInterval(() => this.tick(), 1000);
  }

  /** Reads again what may have changed, now or soon. */
  markStale() {
    this.#isStale = true;
    if (!this.#isReading && this.#timer === 0) {
      this.#timer = setTimeout(() => this.#read(), 0);
    }
  }

  /** Updates the time: tokens count down and disappear. */
  tick() {
    const now = this.clock.now();
    let gone = this.#tokens.length;
    while (gone > 0 && this.#tokens[gone - 1].expires <= now) {
      gone--;
    }

    if (gone < this.#tokens.length) {
      this.#tokenCount = Math.max(0, this.#tokenCount - (this.#tokens.length - gone));
      this.#tokens.length = gone;
      this.#showTokens();
    }

    this.tokens.refresh();
  }

  async #read() {
    this.#isReading = true;
    this.#isStale = false;
    const begun = performance.now();
    let pause = pauseAfterFailure;
    try {
      const [connectors, tokens] = await Promise.all([read('connectors'), read('tokens')]);
      this.#showConnectors(connectors);

      // The tokens that expire last come first, because they belong to the newest calls.
      this.#tokens = tokens.tokens.reverse().map(token => ({ ...token, expires: Date.parse(token.expiresAt) }));
      this.#tokenCount = tokens.count;
      this.#showTokens();
      pause = Math.max(shortestPause, pausePerRead * (performance.now() - begun));
    } catch {
      this.#isStale = true;
    }

    this.#isReading = false;
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      if (this.#isStale) {
        this.#read();
      }
    }, pause);
  }

  #showConnectors({ connectors, count: all }) {
    this.connectors.setRows(connectors);
    byId('connectors-empty').hidden = all > 0;
    setText(byId('connectors-count'), connectors.length < all ? `the first ${count(connectors.length)} of ${count(all)}` : count(all));
    document.body.classList.toggle('held-regions', new Set(connectors.map(connector => connector.region)).size > 1);
  }

  #showTokens() {
    this.tokens.setRows(this.#tokens);
    byId('tokens-empty').hidden = this.#tokens.length > 0;
    const all = this.#tokenCount;
    setText(byId('tokens-count'), this.#tokens.length < all ? `the newest ${count(this.#tokens.length)} of ${count(all)}` : count(all));
  }

  #fillLeft(cell, row) {
    setText(cell, duration(row.expires - this.clock.now()));
    cell.title = `${several(Math.ceil((row.expires - this.clock.now()) / 60_000), 'minute', 'minutes')}, until ${time(row.expires)}`;
  }
}
