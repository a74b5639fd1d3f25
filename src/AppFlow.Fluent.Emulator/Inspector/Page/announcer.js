// Tells a screen reader what happened, briefly and not often.

const quiet = 5000;

export class Announcer {
  #pending = [];
  #last = -quiet;
  #timer = 0;

  constructor(element) {
    this.element = element;
  }

  /** Announces the result of something that somebody just asked for. */
  say(text) {
    this.element.textContent = text;
  }

  /** Announces soon how many entries came meanwhile. */
  count(what) {
    this.#pending.push(what);
    if (this.#timer === 0) {
      this.#timer = setTimeout(() => this.#tell(), Math.max(1000, this.#last + quiet - performance.now()));
    }
  }

  #tell() {
    const faulted = this.#pending.filter(outcome => outcome === 'faulted').length;
    const all = this.#pending.length;
    this.say(`${all} new ${all === 1 ? 'entry' : 'entries'}${faulted > 0 ? `, ${faulted} faulted` : ''}`);
    this.#pending = [];
    this.#timer = 0;
    this.#last = performance.now();
  }
}
