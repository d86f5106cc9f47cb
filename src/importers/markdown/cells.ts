import { isWholly, linesOf, type MarkedText, markedText, plain } from './marked-text.ts';
import type { Block, Cell } from './tree.ts';

/** The items of a cell: each list item, paragraph and line of it, in order; empty ones are left out. */
export function itemsOf({ blocks }: Cell): MarkedText[] {
  return blocks.flatMap(itemsOfBlock).filter((item) => item.text !== '');
}

function itemsOfBlock(block: Block): MarkedText[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return linesOf(markedText(block.content));
    case 'list':
      return block.items.flatMap(itemsOf);
    case 'quote':
      return block.blocks.flatMap(itemsOfBlock);
    case 'details':
      return [...linesOf(markedText(block.summary)), ...block.blocks.flatMap(itemsOfBlock)];
    case 'table':
      return [{ cells: block.header }, ...block.rows].flatMap(({ cells }) => cells.flatMap(itemsOf));
    case 'verbatim':
      return linesOf({ text: block.text.trim(), marks: [] });
    case 'rule':
      return [];
  }
}

/** A cell's text on one line, without markup. */
export function cellText(cell: Cell | undefined): string {
  return cell ? itemsOf(cell).map(plain).join(' ') : '';
}

/** Whether all that a cell says is links. */
export function isLinks(cell: Cell): boolean {
  const items = itemsOf(cell);
  return items.length > 0 && items.every((item) => isWholly('link', item) || startsWithAddress(item));
}

function startsWithAddress({ text }: MarkedText): boolean {
  return /^https?:\/\/\S+$/u.test(text);
}
