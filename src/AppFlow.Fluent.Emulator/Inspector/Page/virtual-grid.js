// A grid with any number of rows: only the visible ones are in the document.

import { nextFrame } from './frames.js';

const beyond = 8;

export class VirtualGrid {
  #rows = [];
  #active = -1;
  #elements = [];
  #rowHeight = 28;
  #show = () => this.#render();

  /**
   * @param {HTMLElement} root The element that becomes the grid.
   * @param {object} options `name`; `columns` of `{ name, title, fill(cell, row) }`; `describe(element, row)`; `onOpen(row)`.
   */
  constructor(root, options) {
    this.root = root;
    this.options = options;
    root.className = 'grid';
    root.tabIndex = 0;
    root.setAttribute('role', 'grid');
    root.setAttribute('aria-label', options.name);
    root.setAttribute('aria-colcount', String(options.columns.length));
    this.head = this.#makeHead();
    this.body = document.createElement('div');
    this.body.className = 'grid-body';
    this.body.setAttribute('role', 'rowgroup');
    root.append(this.head, this.body);
    root.addEventListener('scroll', () => nextFrame(this.#show), { passive: true });
    root.addEventListener('keydown', event => this.#onKey(event));
    root.addEventListener('click', event => this.#onClick(event));
    new ResizeObserver(() => {
      this.#rowHeight = parseFloat(getComputedStyle(this.body).getPropertyValue('--row-height')) || 28;
      nextFrame(this.#show);
    }).observe(root);
    this.setRows([]);
  }

  get isAtEnd() {
    return this.root.scrollTop + this.root.clientHeight >= this.root.scrollHeight - this.#rowHeight;
  }

  setRows(rows) {
    const active = this.#rows[this.#active];
    this.#rows = rows;
    if (active !== undefined && rows[this.#active] !== active) {
      this.#active = rows.indexOf(active);
    }

    this.root.setAttribute('aria-rowcount', String(rows.length + 1));
    nextFrame(this.#show);
  }

  /** Fills the visible rows again. */
  refresh() {
    nextFrame(this.#show);
  }

  scrollToEnd() {
    this.#resize();
    this.root.scrollTop = this.root.scrollHeight;
  }

  #makeHead() {
    const head = document.createElement('div');
    head.className = 'grid-head';
    head.setAttribute('role', 'rowgroup');
    const row = document.createElement('div');
    row.className = 'grid-row';
    row.setAttribute('role', 'row');
    row.setAttribute('aria-rowindex', '1');
    this.options.columns.forEach((column, index) => {
      const cell = document.createElement('div');
      cell.className = `cell ${column.name}`;
      cell.setAttribute('role', 'columnheader');
      cell.setAttribute('aria-colindex', String(index + 1));
      cell.textContent = column.title;
      row.append(cell);
    });
    head.append(row);
    return head;
  }

  #makeRow() {
    const row = document.createElement('div');
    row.className = 'grid-row';
    row.setAttribute('role', 'row');
    this.options.columns.forEach((column, index) => {
      const cell = document.createElement('div');
      cell.className = `cell ${column.name}`;
      cell.setAttribute('role', 'gridcell');
      cell.setAttribute('aria-colindex', String(index + 1));
      row.append(cell);
    });
    return row;
  }

  #resize() {
    this.body.style.height = `${this.#rows.length * this.#rowHeight}px`;
  }

  #render() {
    this.#resize();
    const first = Math.max(0, Math.floor(this.root.scrollTop / this.#rowHeight) - beyond);
    const last = Math.min(this.#rows.length, Math.ceil((this.root.scrollTop + this.root.clientHeight) / this.#rowHeight) + beyond);
    const count = Math.max(0, last - first);
    while (this.#elements.length > count) {
      this.#elements.pop().remove();
    }

    while (this.#elements.length < count) {
      const element = this.#makeRow();
      this.#elements.push(element);
      this.body.append(element);
    }

    for (let i = 0; i < count; i++) {
      this.#fill(this.#elements[i], first + i);
    }

    if (this.#active >= first && this.#active < last) {
      this.root.setAttribute('aria-activedescendant', this.#idOf(this.#active));
    } else {
      this.root.removeAttribute('aria-activedescendant');
    }
  }

  #fill(element, index) {
    const row = this.#rows[index];
    element.id = this.#idOf(index);
    element.style.transform = `translateY(${index * this.#rowHeight}px)`;
    element.setAttribute('aria-rowindex', String(index + 2));
    element.setAttribute('aria-selected', String(index === this.#active));
    this.options.columns.forEach((column, i) => column.fill(element.children[i], row));
    this.options.describe?.(element, row);
  }

  #idOf(index) {
    return `${this.root.id}-${index}`;
  }

  #onKey(event) {
    const page = Math.max(1, Math.floor((this.root.clientHeight - this.head.offsetHeight) / this.#rowHeight) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.altKey || event.ctrlKey || event.metaKey || this.#rows.length === 0) {
      return;
    }

    if (event.key in steps) {
      event.preventDefault();
      const from = this.#active < 0 && steps[event.key] > 0 ? -1 : this.#active;
      this.#activate(Math.min(this.#rows.length - 1, Math.max(0, from + steps[event.key])));
    } else if ((event.key === 'Enter' || event.key === ' ') && this.#active >= 0) {
      event.preventDefault();
      this.options.onOpen?.(this.#rows[this.#active]);
    }
  }

  #onClick(event) {
    const index = this.#elements.indexOf(event.target.closest('[role=row]'));
    if (index >= 0) {
      this.#activate(Number(this.#elements[index].getAttribute('aria-rowindex')) - 2);
      this.options.onOpen?.(this.#rows[this.#active]);
    }
  }

  #activate(index) {
    this.#active = index;
    const top = index * this.#rowHeight;
    const room = this.root.clientHeight - this.head.offsetHeight;
    if (top < this.root.scrollTop) {
      this.root.scrollTop = top;
    } else if (top + this.#rowHeight > this.root.scrollTop + room) {
      this.root.scrollTop = top + this.#rowHeight - room;
    }

    this.#render();
  }
}

/** Sets the text of a cell, unless the cell already has it. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
