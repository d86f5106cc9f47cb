/** A tree of named elements, as Markdown and HTML both describe one. `line` is where the element starts. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[];
  readonly line: number;
}

export type Node = Element | string;

/** Which of the two languages wrote a tag: HTML tags that are left open end with the Markdown around them. */
export type Origin = 'markdown' | 'html';

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

const CELLS = ['td', 'th'];
const ROWS = [...CELLS, 'tr'];
const SECTIONS = [...ROWS, 'thead', 'tbody', 'tfoot'];

/** What an opening HTML tag ends where its end tag was left out (HTML, optional tags). */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  li: ['p', 'li'],
  dt: ['p', 'dt', 'dd'],
  dd: ['p', 'dt', 'dd'],
  td: ['p', ...CELLS],
  th: ['p', ...CELLS],
  tr: ['p', ...ROWS],
  thead: SECTIONS,
  tbody: SECTIONS,
  tfoot: SECTIONS,
  p: ['p'],
  ul: ['p'],
  ol: ['p'],
  dl: ['p'],
  table: ['p'],
  div: ['p'],
  details: ['p'],
  blockquote: ['p'],
  pre: ['p'],
  hr: ['p'],
};

/** Parts of a level rather than levels of their own: a list and its item are one level to a reader. */
const PARTS = new Set(['li', 'dt', 'dd', 'p', 'summary', ...SECTIONS]);

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Builds the tree from opening tags, closing tags and text, in the order they stand; never fails on a bad order. */
export class ElementBuilder {
  readonly root: Element = { name: '', attributes: NO_ATTRIBUTES, children: [], line: 1 };
  /** The deepest nesting met so far, a list and its item counted as one level. */
  depth = 0;
  readonly #open: { readonly element: Element; readonly origin: Origin; readonly depth: number }[] = [];

  open(name: string, origin: Origin, line: number, attributes = NO_ATTRIBUTES): void {
    if (origin === 'html') this.#endBefore(name);
    const element: Element = { name, attributes, children: [], line };
    this.#children().push(element);
    if (VOID.has(name)) return;
    const depth = (this.#open.at(-1)?.depth ?? 0) + (PARTS.has(name) ? 0 : 1);
    this.#open.push({ element, origin, depth });
    this.depth = Math.max(this.depth, depth);
  }

  /** Ends the nearest open element of that name. An HTML tag does not end the Markdown around it. */
  close(name: string, origin: Origin): void {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const open = this.#open[at];
      if (open?.element.name === name && open.origin === origin) {
        this.#open.length = at;
        return;
      }
      if (origin === 'html' && open?.origin === 'markdown') return;
    }
  }

  text(text: string): void {
    if (text !== '') this.#children().push(text);
  }

  #children(): Node[] {
    return (this.#open.at(-1)?.element ?? this.root).children;
  }

  #endBefore(name: string): void {
    const ended = ENDS[name];
    if (!ended) return;
    let top = this.#open.at(-1);
    while (top?.origin === 'html' && ended.includes(top.element.name)) {
      this.#open.pop();
      top = this.#open.at(-1);
    }
  }
}
