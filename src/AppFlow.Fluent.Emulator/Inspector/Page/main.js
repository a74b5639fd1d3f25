// The inspector: what the emulator receives and holds, and the controls for it.

import { read } from './api.js';
import { Announcer } from './announcer.js';
import { Clock, ClockView } from './clock-view.js';
import { EventStream } from './event-stream.js';
import { FaultsView } from './faults-view.js';
import { HoldingsView } from './holdings-view.js';
import { LedgerView } from './ledger-view.js';
import { setText } from './virtual-grid.js';

const byId = id => document.getElementById(id);
const pollInterval = 2000;

// How far back the page reads when it opens.
const mostEvents = 40_000;

const connectionTexts = { connecting: 'Connecting', live: 'Live', lost: 'No answer, trying again' };

const announcer = new Announcer(byId('announcer'));
const clock = new Clock();
const ledger = new LedgerView(announcer);
const holdings = new HoldingsView({
  clock,
  onConnector: label => ledger.filterBy(label),
  onToken: token => ledger.filterBy(token),
});
const clockView = new ClockView({ clock, announcer, onChange: () => poll() });
const faults = new FaultsView({ announcer });
const events = new EventStream({
  onEvent: event => {
    ledger.add(event, event.id > lastKnownId);
    if (event.kind === 'applied') {
      holdings.markStale();
    }
  },
  onState: showConnection,
});

let generation = null;
let advanced = null;
let timer = 0;
let polls = 0;

// Events from before the page opened are not announced.
let lastKnownId = 0;

function showConnection(state) {
  byId('connection').dataset.state = state;
  setText(byId('connection-text'), connectionTexts[state]);
}

function showStatus({ account, region, accessKey }) {
  const isAny = region === 'any';
  setText(byId('account'), `account ${account}, ${isAny ? 'any region' : region}`);
  setText(byId('how'), [
    `export AWS_ENDPOINT_URL_APPFLOW=${location.origin}`,
    `export AWS_REGION=${isAny ? 'us-east-1' : region} AWS_ACCESS_KEY_ID=${accessKey}`,
    'aws appflow list-connectors',
  ].join('\n'));
}

/** Reads the emulator's status, and starts again after a reset or if another emulator answers. */
async function poll() {
  clearTimeout(timer);
  const number = ++polls;
  try {
    const [status, time] = await Promise.all([read('status'), read('clock'), faults.refresh()]);
    if (number !== polls) {
      return;
    }

    clockView.show(time);
    if (status.generation !== generation) {
      generation = status.generation;
      showStatus(status);
      lastKnownId = status.lastEventId;
      ledger.clear();
      events.start(Math.max(0, status.lastEventId - mostEvents));
      holdings.markStale();
    } else if (time.advanced !== advanced) {
      holdings.markStale();
    }

    advanced = time.advanced;
    holdings.tick();
  } catch {
    // The event stream reports that the emulator does not answer.
  }

  if (number === polls && !document.hidden) {
    timer = setTimeout(poll, pollInterval);
  }
}

// A browser opens few connections to one address, so hidden pages leave them to others.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    clearTimeout(timer);
    events.stop();
  } else if (generation === null) {
    poll();
  } else {
    events.resume();
    poll();
  }
});

for (const element of document.querySelectorAll('#endpoint, .endpoint')) {
  setText(element, location.origin);
}

poll();
