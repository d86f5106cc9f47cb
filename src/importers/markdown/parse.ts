import MarkdownIt, { type Token } from 'markdown-it';
import { toBlocks } from './blocks.ts';
import { ElementBuilder } from './elements.ts';
import { HtmlReader } from './html.ts';
import { SOFT_BREAK } from './marked-text.ts';
import type { Block } from './tree.ts';

export const MAX_DEPTH = 100;

/** In the parser's own count a level that a reader sees (a list with its item and paragraph) is three at most. */
const PARSER_DEPTH = 4 * MAX_DEPTH;

const markdown = new MarkdownIt({ html: true, linkify: false, maxNesting: PARSER_DEPTH });
// Addresses stay as written; what they lead to is judged where a link becomes part of a record.
markdown.normalizeLink = (url) => url;
markdown.validateLink = () => true;

/** A parsed page: its blocks, or null where it nests more than `MAX_DEPTH` levels deep. */
export function parseMarkdown(text: string): readonly Block[] | null {
  const tokens = markdown.parse(text, {});
  const builder = new ElementBuilder();
  const walk = { builder, html: new HtmlReader(builder), line: 1 };
  for (const token of tokens) {
    // From here on the parser itself leaves text out, so what it gave is not the whole page.
    if (token.level >= PARSER_DEPTH - 1) return null;
    readToken(token, walk);
    if (builder.depth > MAX_DEPTH) return null;
  }
  return toBlocks(builder.root.children);
}

interface Walk {
  readonly builder: ElementBuilder;
  readonly html: HtmlReader;
  line: number;
}

function readToken(token: Token, walk: Walk): void {
  if (token.map) walk.line = token.map[0] + 1;
  if (token.type === 'inline') {
    for (const child of token.children ?? []) readInline(child, walk);
  } else if (token.type === 'html_block') {
    walk.html.read(token.content, walk.line);
  } else if (token.type === 'fence' || token.type === 'code_block') {
    readVerbatim('pre', token, walk);
  } else readTag(token, walk);
}

function readInline(token: Token, walk: Walk): void {
  const { builder } = walk;
  if (token.type === 'text') builder.text(token.content);
  else if (token.type === 'html_inline') walk.html.read(token.content, walk.line);
  else if (token.type === 'code_inline') readVerbatim('code', token, walk);
  else if (token.type === 'softbreak') {
    builder.text(SOFT_BREAK);
    walk.line += 1;
  } else if (token.type === 'hardbreak') {
    builder.open('br', 'markdown', walk.line);
    walk.line += 1;
  } else if (token.type === 'image') {
    builder.open('img', 'markdown', walk.line, attributesOf(token).set('alt', token.content));
  } else readTag(token, walk);
}

function readTag(token: Token, { builder, line }: Walk): void {
  if (token.nesting >= 0) builder.open(token.tag, 'markdown', line, attributesOf(token));
  if (token.nesting < 0) builder.close(token.tag, 'markdown');
}

function readVerbatim(name: string, token: Token, { builder, line }: Walk): void {
  builder.open(name, 'markdown', line);
  builder.text(token.content);
  builder.close(name, 'markdown');
}

function attributesOf(token: Token): Map<string, string> {
  return new Map(token.attrs?.map(([name, value]) => [name, String(value)]));
}
