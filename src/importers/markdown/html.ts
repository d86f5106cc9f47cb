import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { ElementBuilder } from './elements.ts';

/** Elements whose content is not text of the page. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe']);

/**
 * Reads pieces of HTML into an element tree. Each piece is read by itself, so that a tag left open in one does not
 * change how the next is read; which elements are open is the builder's knowledge.
 */
export class HtmlReader implements TokenizerCallbacks {
  readonly #builder: ElementBuilder;
  readonly #tokenizer = new Tokenizer({ decodeEntities: true }, this);
  #html = '';
  #line = 1;
  #nextBreak = -1;
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';
  #silent = '';

  constructor(builder: ElementBuilder) {
    this.#builder = builder;
  }

  /** @param line - the line that the piece starts on */
  read(html: string, line: number): void {
    this.#html = html;
    this.#line = line;
    this.#nextBreak = html.indexOf('\n');
    this.#silent = '';
    this.#tokenizer.reset();
    this.#tokenizer.write(html);
    this.#tokenizer.end();
  }

  ontext(start: number, end: number): void {
    if (!this.#silent) this.#builder.text(this.#html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    if (!this.#silent) this.#builder.text(characterOf(codepoint));
  }

  onopentagname(start: number, end: number): void {
    this.#countLines(start);
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.#value += characterOf(codepoint);
  }

  onattribend(): void {
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
  }

  onopentagend(): void {
    if (SILENT.has(this.#name)) this.#silent ||= this.#name;
    else if (!this.#silent) this.#builder.open(this.#name, 'html', this.#line, this.#attributes);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    this.#end(this.#name);
  }

  onclosetag(start: number, end: number): void {
    this.#end(this.#html.slice(start, end).toLowerCase());
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #end(name: string): void {
    if (this.#silent) {
      if (name === this.#silent) this.#silent = '';
    } else this.#builder.close(name, 'html');
  }

  /** Looks for the next line break once, however many tags stand before it. */
  #countLines(until: number): void {
    while (this.#nextBreak >= 0 && this.#nextBreak < until) {
      this.#line += 1;
      this.#nextBreak = this.#html.indexOf('\n', this.#nextBreak + 1);
    }
  }
}

function characterOf(codepoint: number): string {
  return codepoint <= 0x10ffff ? String.fromCodePoint(codepoint) : '\ufffd';
}
