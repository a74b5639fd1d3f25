// The emulator's events after a given number. EventSource cannot be told where to begin.

const retryAfter = 1000;

export class EventStream {
  #lastId = 0;
  #aborter = null;
  #timer = 0;

  constructor({ onEvent, onState }) {
    this.onEvent = onEvent;
    this.onState = onState;
  }

  /** Starts again after an event. */
  start(lastId) {
    this.#lastId = lastId;
    this.resume();
  }

  /** Continues where it stopped. */
  resume() {
    this.stop();
    this.#aborter = new AbortController();
    this.#run(this.#aborter.signal);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#aborter?.abort();
    this.#aborter = null;
  }

  async #run(signal) {
    try {
      const response = await fetch('events', { headers: { 'Last-Event-ID': String(this.#lastId) }, cache: 'no-store', signal });
      if (!response.ok) {
        throw new Error(`The emulator answered ${response.status}.`);
      }

      this.onState('live');
      await this.#readAll(response.body.pipeThrough(new TextDecoderStream()).getReader(), signal);
    } catch {
      // The next attempt shows whether the failure lasts.
    }

    if (!signal.aborted) {
      this.onState('lost');
      this.#timer = setTimeout(() => this.resume(), retryAfter);
    }
  }

  async #readAll(reader, signal) {
    let rest = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done || signal.aborted) {
        return;
      }

      const messages = (rest + value).split('\n\n');
      rest = messages.pop();
      for (const message of messages) {
        this.#take(message);
      }
    }
  }

  #take(message) {
    const event = { id: 0, kind: '', data: '' };
    for (const line of message.split('\n')) {
      if (line.startsWith('id: ')) {
        event.id = Number(line.slice(4));
      } else if (line.startsWith('event: ')) {
        event.kind = line.slice(7);
      } else if (line.startsWith('data: ')) {
        event.data = line.slice(6);
      }
    }

    if (event.data !== '') {
      this.#lastId = event.id;
      this.onEvent(event);
    }
  }
}
