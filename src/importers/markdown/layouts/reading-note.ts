import { findConference } from '../../../model/names/conference-names.ts';
import type { ToldApart } from '../../../model/source-record.ts';
import { fold } from '../../../model/text.ts';
import { itemsOf } from '../cells.ts';
import { isListOfPapers } from '../entries.ts';
import { linesOfItem } from '../items.ts';
import { labelledLine, takeLabelled } from '../labelled-lines.ts';
import { isLinkLabel, linkKind } from '../link-kinds.ts';
import { linksOf, type MarkedText, markedText, plain } from '../marked-text.ts';
import { readLinks } from '../paper-links.ts';
import { RecordBuilder } from '../record-builder.ts';
import { isTemplateHeading } from '../sections.ts';
import { takeLineOfFacts } from '../slots.ts';
import { readTitle } from '../titles.ts';
import type { Block, Heading } from '../tree.ts';
import { type Layout, NOTHING, type Place } from './layout.ts';

/**
 * A page of notes on one paper: its title as the page's heading, below it what is known of the paper line by line
 * ("Presented in …", "Authors: …", "Code: …"), then the notes. A page that was only begun has its title alone, in the
 * folder of a conference.
 */
export const readingNote: Layout = {
  name: 'reading note',
  read(blocks, at, place) {
    const heading = blocks[at];
    const isTitle = heading?.kind === 'heading' && heading.level === 1 && place.section.length > 0;
    if (!isTitle || blocks.slice(0, at).some(({ kind }) => kind === 'heading')) return null;
    const rest = blocks.slice(at + 1);
    const meta = rest.slice(0, metaLength(rest));
    const body = rest.slice(meta.length);
    const venueOfFolder = folderVenue(place.path);
    const lines = meta.flatMap(linesOfBlock);
    const isStated = lines.some(isFact) || (lines[0] !== undefined && body.length > 0 && isLineOfFacts(lines[0]));
    const isNote = isStated && !body.some(isTitleHeading) && !meta.some(isListOfPapers);
    const isStub = venueOfFolder !== null && body.length === 0 && isBegun(place.path, rest);
    if (!isNote && !isStub) return null;
    const builder = new RecordBuilder({ path: place.path, line: heading.line }, []);
    const title = plain(markedText(heading.content));
    builder.name(readTitle(fullTitle(title, lines)));
    takeMeta(meta, builder);
    builder.venue(venueOfFolder);
    builder.keywords(place.keywords ?? []);
    if (place.description) builder.remark(place.description);
    const { record, problems } = builder.finish();
    return { ...NOTHING, records: [record], problems, toldApart: rowsOf(body, place), taken: blocks.length - at };
  },
};

/** Whether a page is a heading and hardly more; an overview of a folder is none. */
function isBegun(path: string, rest: readonly Block[]): boolean {
  const isOverview = /(?:^|\/)(?:readme|index)\.md$/iu.test(path);
  return !isOverview && rest.length <= 3 && rest.every(({ kind }) => kind !== 'list' && kind !== 'table');
}

/** The blocks before the first heading that begins the notes. */
function metaLength(blocks: readonly Block[]): number {
  const end = blocks.findIndex((block) => block.kind === 'heading' && !isMetaHeading(block));
  return end < 0 ? blocks.length : end;
}

function isMetaHeading(heading: Heading): boolean {
  const text = plain(markedText(heading.content));
  return heading.level > 1 && (isTemplateHeading(text) || isLinkLabel(text) || fold(text) === 'info');
}

function isTitleHeading(block: Block): boolean {
  return block.kind === 'heading' && block.level === 1;
}

function linesOfBlock(block: Block): MarkedText[] {
  return block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'quote'
    ? itemsOf({ blocks: [block] })
    : [];
}

function isFact(line: MarkedText): boolean {
  const role = labelledLine(line)?.role;
  return (
    role === 'venue' || role === 'author' || role === 'institution' || (role === 'link' && linksOf(line).length > 0)
  );
}

/** "OSDI 2020 · [PDF](…)": a place and the links beside it. */
function isLineOfFacts(line: MarkedText): boolean {
  if (line.text.length > 200 || linksOf(line).length === 0) return false;
  const builder = new RecordBuilder({ path: '', line: 1 }, []);
  if (!takeLineOfFacts(line, builder)) return false;
  const { venue, links } = builder.record;
  return venue !== null && links.some(({ kind }) => kind === 'PAPER' || kind === 'PDF');
}

/** The page's heading often shortens a title that a line below states in full. */
function fullTitle(title: string, lines: readonly MarkedText[]): string {
  const beginning = title.replace(/\s*(?:\.{3}|…)$/u, '').toLowerCase();
  const stated = lines.map((line) => plain(line).replace(/^(?:title|paper|标题|タイトル)\s*[:：]\s*/iu, ''));
  const full = stated.find((line) => line.length > title.length && line.toLowerCase().startsWith(beginning));
  return full ?? title;
}

function takeMeta(meta: readonly Block[], builder: RecordBuilder): void {
  let label = '';
  for (const block of meta) {
    if (block.kind === 'heading') {
      const text = plain(markedText(block.content));
      label = isLinkLabel(text) ? text : '';
    }
    for (const line of linesOfBlock(block)) takeMetaLine(line, label, builder);
  }
}

/** @param heading - the kind of links that the heading above says the lines are, or "" */
function takeMetaLine(line: MarkedText, heading: string, builder: RecordBuilder): void {
  const labelled = labelledLine(line);
  if (labelled) takeLabelled(labelled, builder);
  else if (isLineOfFacts(line)) takeLineOfFacts(line, builder);
  else if (heading !== '' && linksOf(line).length > 0) {
    const { links, problems } = readLinks(line, builder.record.position);
    const name = /^([^:：]+)[:：]/u.exec(line.text)?.[1] ?? heading;
    const kind = linkKind(heading, '');
    builder.links({ links: links.map((link) => ({ ...link, kind, label: link.label ?? name })), problems });
  }
}

/** The conference and year that a page's folder is named after: "conference/atc-2023/lina.md", "journal/tcc/2021/x.md". */
function folderVenue(path: string): string | null {
  const folders = path.split('/').slice(0, -1);
  for (let at = folders.length - 1; at >= 0; at -= 1) {
    const [, name = '', year = ''] = /^(.*?)[-_ ]?((?:19|20)\d{2})$/u.exec(folders[at] ?? '') ?? [];
    const series = year === '' ? undefined : findConference(name === '' ? (folders[at - 1] ?? '') : name);
    if (series) return `${series.acronym} ${year}`;
    const report = year === '' ? findConference(folders[at] ?? '') : undefined;
    if (report?.kind !== 'REPORT_SERIES') continue;
    // As people write what the folder spells in small letters.
    return [report.acronym, ...report.aliases].find((name) => fold(name) === fold(folders[at] ?? '')) ?? report.acronym;
  }
  return null;
}

/** The rows of lists and tables among the notes, which are about the paper's content. */
function rowsOf(body: readonly Block[], { path }: Place): ToldApart[] {
  return body.flatMap((block): ToldApart[] => {
    if (block.kind === 'list') return block.items.map((item) => apart(linesOfItem(item).head, item.line, path));
    if (block.kind !== 'table') return [];
    return block.rows.map(({ cells, line }) => apart(cells.flatMap(itemsOf)[0] ?? null, line, path));
  });
}

function apart(text: MarkedText | null, line: number, path: string): ToldApart {
  return { position: { path, line }, kind: 'TEXT', text: text ? plain(text).slice(0, 200) : '' };
}
