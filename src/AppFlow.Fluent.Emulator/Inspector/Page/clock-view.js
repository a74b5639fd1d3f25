// The emulator's clock, and the reset to the start.

import { send } from './api.js';
import { time } from './format.js';
import { setText } from './virtual-grid.js';

const byId = id => document.getElementById(id);

/** The emulator's time, extrapolated from its last answer. */
export class Clock {
  #told = Date.now();
  #at = performance.now();

  set(now) {
    this.#told = Date.parse(now);
    this.#at = performance.now();
  }

  now() {
    return this.#told + performance.now() - this.#at;
  }
}

export class ClockView {
  constructor({ clock, announcer, onChange }) {
    this.clock = clock;
    this.announcer = announcer;
    this.onChange = onChange;
    this.input = byId('advance');
    const form = byId('clock-form');
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#advance(this.input.value.trim());
    });
    form.addEventListener('click', event => {
      const by = event.target.dataset.advance;
      if (by !== undefined) {
        this.#advance(by);
      }
    });
    this.#connectReset();
    setInterval(() => this.#tick(), 1000);
  }

  show({ now, advanced }) {
    this.clock.set(now);
    setText(byId('advanced'), advanced === '00:00:00' ? '' : `advanced by ${advanced.replace(/(\.\d+)?$/, '').replace(/^(\d+)\./, '$1 d ')}`);
    this.#tick();
  }

  #tick() {
    const now = byId('now');
    setText(now, time(this.clock.now()));
    now.dateTime = new Date(this.clock.now()).toISOString();
  }

  async #advance(by) {
    const error = byId('advance-error');
    try {
      await send('POST', 'clock', { advance: by });
      setText(error, '');
      this.input.removeAttribute('aria-invalid');
      this.announcer.say(`The clock was advanced by ${by}`);
    } catch (refusal) {
      setText(error, refusal.message);
      this.input.setAttribute('aria-invalid', 'true');
      this.input.focus();
    }

    await this.onChange();
  }

  #connectReset() {
    const dialog = byId('confirm-reset');
    byId('reset').addEventListener('click', () => dialog.showModal());
    byId('dont-reset').addEventListener('click', () => dialog.close());
    byId('do-reset').addEventListener('click', async () => {
      dialog.close();
      try {
        await send('POST', 'reset');
        this.announcer.say('The emulator was reset');
      } catch (refusal) {
        setText(byId('advance-error'), refusal.message);
      }

      await this.onChange();
    });
  }
}
