import { itemsOf } from './cells.ts';
import { linesOf, type MarkedText, markedText } from './marked-text.ts';
import type { List, ListItem } from './tree.ts';

/** A list item as a reader sees it: its first line, the lines below it, and the lists nested in it. */
export interface ItemLines {
  /** The first line; null where the item begins with something else than text. */
  readonly head: MarkedText | null;
  readonly lines: readonly MarkedText[];
  readonly lists: readonly List[];
}

export function linesOfItem({ blocks }: ListItem): ItemLines {
  const [first, ...others] = blocks;
  const isText = first?.kind === 'paragraph' || first?.kind === 'heading';
  const [head = null, ...more] = isText ? linesOf(markedText(first.content)) : [];
  const rest = isText ? others : blocks;
  return {
    head,
    lines: [...more, ...rest.filter(({ kind }) => kind !== 'list').flatMap((block) => itemsOf({ blocks: [block] }))],
    lists: rest.filter((block): block is List => block.kind === 'list'),
  };
}
