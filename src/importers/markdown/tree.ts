/**
 * The one syntax tree that every layout reads. Markdown and the HTML inside it give the same nodes, so a recogniser
 * does not know which of the two a list or a table was written in. Lines count from 1.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'styled'; readonly style: Style; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  | { readonly kind: 'break' };

export type Style = 'strong' | 'em' | 'strike';

export type Block = Heading | Paragraph | List | Table | Details | Quote | Verbatim | Rule;

export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly content: readonly Inline[];
  readonly line: number;
}

interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  readonly line: number;
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
  readonly line: number;
}

export interface ListItem {
  readonly blocks: readonly Block[];
  readonly line: number;
}

/** A table with its header row apart; `header` is empty where the table has none. */
export interface Table {
  readonly kind: 'table';
  readonly header: readonly Cell[];
  readonly rows: readonly Row[];
  readonly line: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly line: number;
}

export interface Cell {
  readonly blocks: readonly Block[];
}

interface Details {
  readonly kind: 'details';
  readonly summary: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly line: number;
}

interface Quote {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  readonly line: number;
}

/** Text that is shown as it stands: a code block. */
interface Verbatim {
  readonly kind: 'verbatim';
  readonly text: string;
  readonly line: number;
}

interface Rule {
  readonly kind: 'rule';
  readonly line: number;
}
