import type { Element, Node } from './elements.ts';
import { tableOf } from './tables.ts';
import type { Block, Inline, List, ListItem, Style } from './tree.ts';

const CONTAINERS = new Set(
  ['p', 'div', 'section', 'center', 'article', 'main', 'header', 'footer', 'figure', 'figcaption', 'picture'].concat([
    'li',
    'dl',
    'dt',
    'dd',
    'summary',
    'tr',
    'td',
    'th',
    'thead',
    'tbody',
    'tfoot',
    'caption',
    'form',
  ]),
);

const BLOCKS = new Set([...CONTAINERS, 'ul', 'ol', 'table', 'details', 'blockquote', 'pre', 'hr']);

const STYLES: Readonly<Record<string, Style>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
};

/** The blocks that a run of nodes makes: text between two blocks is a paragraph. Nodes come in the order of the page. */
export function toBlocks(nodes: readonly Node[], line = 1): Block[] {
  const blocks: Block[] = [];
  let inlines: Inline[] = [];
  let start = line;
  let isEmpty = true;
  const endParagraph = () => {
    if (!isEmpty) blocks.push({ kind: 'paragraph', content: inlines, line: start });
    inlines = [];
    isEmpty = true;
  };
  for (const node of nodes) {
    if (typeof node !== 'string' && isBlock(node)) {
      endParagraph();
      for (const block of blocksOf(node)) blocks.push(block);
      start = node.line;
    } else {
      if (isEmpty && typeof node !== 'string') start = node.line;
      const added = inlinesOf(node);
      isEmpty &&= added.every(isBlank);
      for (const inline of added) inlines.push(inline);
    }
  }
  endParagraph();
  return blocks;
}

function isBlock(element: Element): boolean {
  return BLOCKS.has(element.name) || levelOf(element) > 0;
}

function isBlank(inline: Inline): boolean {
  return inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === '');
}

function levelOf({ name }: Element): number {
  return name.length === 2 && name.startsWith('h') ? Number(name[1]) || 0 : 0;
}

function blocksOf(element: Element): Block[] {
  const { name, children, line } = element;
  if (levelOf(element))
    return [{ kind: 'heading', level: levelOf(element), content: children.flatMap(inlinesOf), line }];
  if (name === 'ul' || name === 'ol') return [listOf(element)];
  if (name === 'table') return [tableOf(element, toBlocks)];
  if (name === 'details') return [detailsOf(element)];
  if (name === 'blockquote') return [{ kind: 'quote', blocks: toBlocks(children, line), line }];
  if (name === 'pre') return [{ kind: 'verbatim', text: textOf(element), line }];
  if (name === 'hr') return [{ kind: 'rule', line }];
  return toBlocks(children, line);
}

function listOf({ name, children, line }: Element): List {
  const items: ListItem[] = [];
  for (const child of children) {
    if (typeof child === 'string') continue;
    if (child.name === 'li') items.push({ blocks: toBlocks(child.children, child.line), line: child.line });
    // HTML lists are often nested without an item around the inner one.
    else items.push({ blocks: toBlocks([child], child.line), line: child.line });
  }
  return { kind: 'list', ordered: name === 'ol', items, line };
}

function detailsOf({ children, line }: Element): Block {
  const summary = children.find((child): child is Element => typeof child !== 'string' && child.name === 'summary');
  const rest = children.filter((child) => child !== summary);
  return { kind: 'details', summary: summary?.children.flatMap(inlinesOf) ?? [], blocks: toBlocks(rest, line), line };
}

function inlinesOf(node: Node): Inline[] {
  if (typeof node === 'string') return [{ kind: 'text', text: node }];
  const { name, attributes } = node;
  if (name === 'br') return [{ kind: 'break' }];
  if (name === 'img') return [{ kind: 'image', url: attributes.get('src') ?? '', alt: attributes.get('alt') ?? '' }];
  if (name === 'code' || name === 'kbd' || name === 'tt') return [{ kind: 'code', text: textOf(node) }];
  const children = node.children.flatMap(inlinesOf);
  const url = attributes.get('href');
  if (name === 'a' && url !== undefined) return [{ kind: 'link', url, children }];
  const style = STYLES[name];
  if (style) return [{ kind: 'styled', style, children }];
  // A block inside running text (a list in a bold passage) still starts a line of its own.
  return isBlock(node) ? [{ kind: 'break' }, ...children, { kind: 'break' }] : children;
}

function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
