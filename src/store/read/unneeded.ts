import { LRUCache } from 'lru-cache';

/** Values are parameters, so the same few texts come again and again. */
const known = new LRUCache<string, string>({ max: 500 });

/**
 * A statement without what nothing behind it uses: a fragment works out weights, years and lists of papers, and a request that
 * selects none of them should not pay for them. Variables have names of their own throughout a statement, so what is used is told
 * by its words.
 *
 * Lines are looked at from the last to the first. Of `WITH` as it groups, aggregates go alone, since what stands beside them says
 * what is grouped by, and one stays, without which nothing would be grouped; where it does not group, anything goes; one that
 * takes each row once stays as it is.
 */
export function withoutUnneeded(text: string): string {
  const found = known.get(text) ?? shortenedLines(text);
  known.set(text, found);
  return found;
}

function shortenedLines(text: string): string {
  const used = new Set<string>();
  const lines = text.split('\n');
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = shortened(lines[at] ?? '', used);
    lines[at] = line;
    for (const [word] of line.matchAll(/[A-Za-z_]\w*/g)) used.add(word);
  }
  return lines.join('\n');
}

function shortened(line: string, used: ReadonlySet<string>): string {
  const given = /^WITH (?!DISTINCT\b)(.+)$/.exec(line)?.[1];
  const items = given === undefined ? [] : itemsOf(given);
  if (items.length < 2 || !items.every(isWhole)) return line;
  const isUsed = (item: string) => used.has(/(\w+)$/.exec(item)?.[1] ?? '');
  const aggregates = items.filter(isAggregate);
  const [firstAggregate] = aggregates.some(isUsed) ? [] : aggregates;
  const kept = items.filter(
    (item) => isUsed(item) || item === firstAggregate || (aggregates.length > 0 && !isAggregate(item)),
  );
  return `WITH ${(kept.length === 0 ? items.slice(0, 1) : kept).join(', ')}`;
}

/** A variable or a named expression; one that goes on in the next line is neither. */
function isWhole(item: string): boolean {
  return /(?:^|\sAS )[a-z]\w*$/.test(item);
}

function isAggregate(item: string): boolean {
  return /\b(?:count|sum|min|max|avg|collect)\(/.test(item);
}

/** What stands between commas outside of brackets; nothing where the brackets do not close on the line. */
function itemsOf(list: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at += 1) {
    const sign = list[at] ?? '';
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (sign !== ',' || depth > 0) continue;
    items.push(list.slice(start, at).trim());
    start = at + 1;
  }
  return depth === 0 ? [...items, list.slice(start).trim()] : [];
}
