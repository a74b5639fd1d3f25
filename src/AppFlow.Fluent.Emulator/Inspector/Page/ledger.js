// The ledger's entries grouped by call, so that the attempts of one call are together.

const mostRows = 20_000;
const trimmedAtOnce = 1_000;
const mostUnmatched = 20_000;

const changes = new Set(['RegisterConnector', 'UpdateConnectorRegistration', 'UnregisterConnector']);

export class Ledger {
  #calls = [];
  #byInvocation = new Map();
  #applied = new Map();
  #regions = new Set();

  #received = 0;

  rowCount = 0;

  /** Whether older entries were dropped because there were too many. */
  isTrimmed = false;

  get hasRegions() {
    return this.#regions.size > 1;
  }

  clear() {
    this.#calls = [];
    this.#byInvocation.clear();
    this.#applied.clear();
    this.#regions.clear();
    this.#received = 0;
    this.rowCount = 0;
    this.isTrimmed = false;
  }

  /** Adds an event; returns the row that it created, if it created one. */
  add({ id, kind, data }) {
    if (kind === 'applied') {
      this.#noteApplied(data);
      return null;
    }

    const entry = JSON.parse(data);
    const row = { id, number: ++this.#received, entry, isChange: this.#takeApplied(data) || (entry.outcome === 'applied' && changes.has(entry.operation)), call: null };
    if (entry.region !== null) {
      this.#regions.add(entry.region);
    }

    this.#place(row);
    this.rowCount++;
    if (this.rowCount > mostRows + trimmedAtOnce) {
      this.#trim();
    }

    return row;
  }

  /** The rows of the calls that match, in the order in which the calls began. */
  rows(words, outcome) {
    const rows = [];
    for (const call of this.#calls) {
      if (matches(call, words, outcome)) {
        for (const row of call.rows) {
          rows.push(row);
        }
      }
    }

    return rows;
  }

  // An applied entry comes before the identical received entry.
  #noteApplied(data) {
    if (this.#applied.size > mostUnmatched) {
      this.#applied.clear();
    }

    this.#applied.set(data, (this.#applied.get(data) ?? 0) + 1);
  }

  #takeApplied(data) {
    const count = this.#applied.get(data);
    if (count === undefined) {
      return false;
    }

    if (count > 1) {
      this.#applied.set(data, count - 1);
    } else {
      this.#applied.delete(data);
    }

    return true;
  }

  #place(row) {
    const { invocationId } = row.entry;
    let call = invocationId ? this.#byInvocation.get(invocationId) : undefined;
    if (call === undefined) {
      call = { rows: [], text: '' };
      this.#calls.push(call);
      if (invocationId) {
        this.#byInvocation.set(invocationId, call);
      }
    }

    row.call = call;
    call.rows.push(row);
    call.text = '';
  }

  #trim() {
    let count = 0;
    while (this.rowCount > mostRows) {
      const call = this.#calls[count++];
      this.rowCount -= call.rows.length;
      const { invocationId } = call.rows[0].entry;
      if (invocationId) {
        this.#byInvocation.delete(invocationId);
      }
    }

    this.#calls.splice(0, count);
    this.isTrimmed = true;
  }
}

function matches(call, words, outcome) {
  if (outcome === 'retried' ? call.rows.length < 2 : outcome !== '' && !call.rows.some(row => row.entry.outcome === outcome)) {
    return false;
  }

  if (words.length === 0) {
    return true;
  }

  call.text ||= call.rows.map(row => Object.values(row.entry).filter(value => value !== null).join('\n')).join('\n').toLowerCase();
  return words.every(word => call.text.includes(word));
}
