import type { StatedLink } from '../../model/source-record.ts';
import { fold } from '../../model/text.ts';
import { isWebAddress } from './addresses.ts';
import { readAffiliatedAuthors, readAuthorPairs } from './authors.ts';
import { bracketsOf } from './brackets.ts';
import { areInstitutions, looksLikeInstitution } from './institutions.ts';
import { linkKind } from './link-kinds.ts';
import { cutAt, linksOf, MAX_LINE, type MarkedText, plain, sliceText } from './marked-text.ts';
import { readLinks } from './paper-links.ts';
import { isAuthorList, isPersonName } from './people.ts';
import { pieceKind, takeStatedVenue } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';
import { readTitle } from './titles.ts';
import { isVenue } from './venues.ts';
import { readYear } from './years.ts';

type LabelRole = 'title' | 'author' | 'institution' | 'venue' | 'year' | 'link' | 'remark' | 'award' | 'keyword';

/** Labels of lines below a title, folded. */
const LABELS: ReadonlyMap<string, LabelRole> = new Map(
  (
    [
      ['title', 'title|paper title|full title|标题|题目|タイトル|제목'],
      ['author', 'author|authors|by|written by|first author|author s|作者|著者|저자'],
      [
        'institution',
        'institution|institutions|institute|affiliation|affiliations|organization|organizations|organisation',
      ],
      ['institution', 'org|orgs|company|lab|university|from|institution s|affiliation s|机构|单位|所属|機関|소속|기관'],
      [
        'venue',
        'venue|conference|journal|conference journal|journal conference|conf journal|publisher|published in|published at|published|publication|presented in|presented at',
      ],
      [
        'venue',
        'where|in|proceedings|appeared in|appears in|appeared at|accepted in|accepted at|accepted by|source|会议|期刊|发表|会議|学会|학회|发表于|收录|conf|booktitle',
      ],
      ['year', 'year|date|published date|publication date|submitted|submission date|pub date|年份|日期|时间|年|연도'],
      [
        'link',
        'link|links|url|paper|pdf|arxiv|doi|code|github|repo|project|project page|website|homepage|home page|slides',
      ],
      [
        'link',
        'video|talk|poster|dataset|data|blog|resources|paper link|code link|artifact|benchmark|demo|trace|traces',
      ],
      [
        'remark',
        'tldr|tl dr|summary|remark|remarks|note|notes|comment|comments|abstract|description|key idea|idea|摘要|备注|简介|概要|メモ|비고',
      ],
      ['award', 'award|awards'],
      ['keyword', 'key|keyword|keywords|tag|tags|topic|topics|关键词'],
    ] satisfies [LabelRole, string][]
  ).flatMap(([role, labels]) => labels.split('|').map((label): [string, LabelRole] => [fold(label), role])),
);

const LABEL = /^[^\p{L}\p{N}]*([\p{L}][\p{L}\p{N} ()’'/;-]{0,30}?)\s*[*_]*(?:::?|：|\s[–—-]\s)\s*/u;
const PRESENTED = /^((?:presented|published|appeared|appears|accepted) (?:in|at|by)) /iu;

export interface Labelled {
  readonly role: LabelRole;
  readonly label: string;
  readonly rest: MarkedText;
}

/** A line that begins with a label that says what it holds: "**Authors**: …", "🏛️ Institutions: …". Null for any other. */
export function labelledLine(line: MarkedText): Labelled | null {
  if (line.text.length > MAX_LINE) return null;
  const match = PRESENTED.exec(line.text) ?? LABEL.exec(line.text);
  const label = match?.[1] ?? '';
  const role = LABELS.get(fold(label.replace(/\([^()]*\)$/u, ''))) ?? roleOfLinkLabel(label);
  if (!match || !role) return null;
  const isWithinLink = linksOf(line).some(({ start, end }) => start < match[0].length && match[0].length < end);
  return isWithinLink ? null : { role, label, rest: sliceText(line, match[0].length) };
}

/** "Benchmark suite: https://…" */
function roleOfLinkLabel(label: string): LabelRole | undefined {
  return label !== '' && linkKind(label, '') !== 'OTHER' ? 'link' : undefined;
}

/** Adds what a labelled line says. */
export function takeLabelled({ role, label, rest }: Labelled, builder: RecordBuilder): void {
  const text = plain(rest).replace(/[\s.]+$/u, '');
  if (role === 'title') builder.fullTitle(readTitle(text));
  else if (role === 'author') takeAuthors(rest, builder);
  else if (role === 'institution') builder.institutionsFrom([text]);
  else if (role === 'venue' && /^https?:/iu.test(text)) takeLinks(label, rest, builder);
  else if (role === 'venue') takeVenueLine(rest, builder);
  else if (role === 'year') builder.year(readYear(text));
  else if (role === 'award') builder.awards([text]);
  else if (role === 'keyword')
    builder.keywords(text.split(/[\s\][]*[,;，；#][\s\][]*|^\[|\]$/u).filter((word) => word !== ''));
  else if (role === 'link' && (linksOf(rest).length > 0 || /https?:/u.test(rest.text))) takeLinks(label, rest, builder);
  else if (text !== '') builder.remark(role === 'remark' ? plain(rest) : `${label}: ${plain(rest)}`);
}

/** Authors with their institutions in brackets, in pairs, or behind the last name. */
function takeAuthors(line: MarkedText, builder: RecordBuilder): void {
  const text = plain(line);
  const end = startOfInstitutions(line);
  const { authors, institutions, placeholders } =
    (/[(（]/u.test(text) ? null : readAuthorPairs(text)) ??
    readAffiliatedAuthors(plain(sliceText(line, 0, end)).replace(/[\s,.;@]+$/u, ''));
  builder.authors(authors);
  builder.institutions({ names: institutions, placeholders });
  if (end < line.text.length) builder.institutionsFrom([plain(sliceText(line, end)).replace(/[\s.]+$/u, '')]);
}

/** "A. Lee, B. Chen, Hill College": several people and the place of all of them; false where the line says another thing. */
export function takePeopleWithPlace(line: MarkedText, builder: RecordBuilder): boolean {
  const start = startOfInstitutions(line);
  const people = plain(sliceText(line, 0, start)).replace(/[\s,@]+$/u, '');
  const place = plain(sliceText(line, start));
  if (start >= line.text.length || !isAuthorList(people) || !areInstitutions(place, { isUsual: true })) return false;
  takeAuthors(line, builder);
  return true;
}

/** Where the institutions behind a list of authors begin: in italics at its end, or a name that is no person's. */
function startOfInstitutions({ text, marks }: MarkedText): number {
  if (/[(（]/u.test(text)) return text.length;
  const italics = marks.find(({ kind, start, end }) => kind === 'em' && start > 0 && end >= text.trimEnd().length - 1);
  if (italics) return italics.start;
  for (const match of text.matchAll(/,\s+(?:and\s+)?|\s@\s/gu)) {
    const start = match.index + match[0].length;
    const part = text.slice(start).split(',')[0] ?? '';
    if (!isPersonName(part.replace(/\.$/u, '')) && looksLikeInstitution(part.replace(/\.$/u, ''))) return start;
  }
  return text.length;
}

/** "[ASPLOS 2017](https://…).", "[OSDI 2020](https://…). [[Paper](…) | [Slides](…)]", "arXiv 2210.00093 (accepted at NSDI 2023)" */
function takeVenueLine(rest: MarkedText, builder: RecordBuilder): void {
  const brackets = bracketsOf(rest);
  const accepted = brackets.find(({ inner }) => /accepted|to appear/iu.test(inner.text) && isVenue(plain(inner)));
  const others = brackets.filter(({ inner }) => pieceKind(inner) === 'links');
  const end = Math.min(rest.text.length, ...[...others, ...(accepted ? [accepted] : [])].map(({ start }) => start));
  const first = sliceText(rest, 0, end);
  const { links, problems } = readLinks(first, builder.record.position);
  takeStatedVenue(builder, plain(accepted?.inner ?? first));
  // The address behind the name of a conference is that of the paper, unless it is a page about the conference.
  builder.links({
    links: links.filter(({ kind, url }) => isWebAddress(url) && kind !== 'CODE').map(asPaper),
    problems,
  });
  for (const { inner } of others) builder.links(readLinks(inner, builder.record.position));
  if (accepted) {
    const read = readLinks(accepted.inner, builder.record.position);
    builder.links({ ...read, links: read.links.filter(({ url }) => isWebAddress(url)).map(asPaper) });
  }
}

function asPaper(link: StatedLink): StatedLink {
  return { ...link, label: null, kind: link.kind === 'PDF' ? 'PDF' : 'PAPER' };
}

/** The label before the links says what they are where their own text is an address. */
function takeLinks(label: string, rest: MarkedText, builder: RecordBuilder): void {
  const { links, problems } = readLinks(rest, builder.record.position);
  const isPlain = /^(?:url|links?)$/iu.test(label);
  const named = links.map((link): StatedLink => {
    if (link.label !== null) return link;
    const kind = linkKind(label, link.url);
    return { ...link, label, kind: isPlain && kind === 'OTHER' ? 'PAPER' : kind };
  });
  builder.links({ links: named, problems });
}

const FACTS: ReadonlySet<LabelRole> = new Set(['author', 'institution', 'venue', 'year']);

/** The labelled facts that a passage states one after another ("作者：…；机构：…"), or null where it begins without a label. */
export function labelledParts(passage: MarkedText): readonly Labelled[] | null {
  if (passage.text.length > MAX_LINE || !/[:：]/u.test(passage.text)) return null;
  const parts: MarkedText[] = [];
  for (const part of cutAt(passage, /\s*[;；|｜]\s*|\s+(?=[\p{Script=Han}\p{Script=Hangul}]{2,4}：)/gu)) {
    if (labelledLine(part) === null && parts.length === 0) return null;
    parts.push(part);
  }
  const labelled = parts.map(labelledLine);
  const states = labelled.some((part) => part !== null && FACTS.has(part.role));
  return labelled.includes(null) || !states ? null : labelled.flatMap((part) => part ?? []);
}
