import { factsOf, isPeople, startOfFacts } from './facts.ts';
import { cutAt, type MarkedText, plain, sliceText } from './marked-text.ts';
import { isAuthorList, isPersonName } from './people.ts';
import { pieceKind } from './pieces.ts';
import { type Span, titleSpan } from './title-spans.ts';
import { isVenue } from './venues.ts';
import { isDate, onlyYear } from './years.ts';

export interface CutTitle {
  readonly title: MarkedText;
  /** The authors, where the order of the parts shows that they are. */
  readonly authors?: MarkedText;
  /** What stood before and behind the title, in order. */
  readonly rest: readonly MarkedText[];
}

/** The title within a passage that also says who wrote it, where or when: the quoted, linked or bold words where they are a title's length, else what is left without the facts at both ends. */
export function cutTitle(passage: MarkedText): CutTitle {
  const span = titleSpan(passage);
  return span ? cutSpan(passage, span) : cutPlain(passage);
}

function cutSpan(passage: MarkedText, { start, end }: Span): CutTitle {
  const title = sliceText(passage, start, end);
  const before = withoutSeparators(sliceText(passage, 0, start));
  const after = withoutSeparators(sliceText(passage, end));
  if (isPeople(before) || pieceKind(before) === 'authors' || isSurnameBefore(passage, start))
    return { title, authors: before, rest: [after].filter(hasWords) };
  const isVerb = /^\S+$/u.test(before.text) && pieceKind(before) === null;
  return { title, rest: (isVerb ? [after] : [before, after]).filter(hasWords) };
}

/** "Turing, *Computing Machinery and Intelligence*" */
function isSurnameBefore(passage: MarkedText, start: number): boolean {
  const isItalic = passage.marks.some((mark) => mark.kind === 'em' && mark.start === start);
  return isItalic && /^\p{Lu}\p{Ll}+,\s*$/u.test(passage.text.slice(0, start));
}

function cutPlain(passage: MarkedText): CutTitle {
  // Nothing parts a fact from the title.
  if (!/[|｜,，、.。@·:：'’‘]|\s[–—-]{1,2}\s|\sby\s|\d/u.test(passage.text)) return { title: passage, rest: [] };
  const rest: MarkedText[] = [];
  let title = passage;
  let authors: MarkedText | undefined;
  for (const cut of [
    cutBar,
    cutPeopleColon,
    cutEtAl,
    cutLeadingFact,
    cutInitials,
    cutSentences,
    cutBy,
    cutDashes,
    cutTail,
  ]) {
    const result = cut(title);
    if (!result) continue;
    title = result.title;
    authors ??= result.authors;
    rest.push(...result.rest);
  }
  const others = rest.map(withoutSeparators).filter(hasWords);
  return authors ? { title, authors, rest: others } : { title, rest: others };
}

type Cut = (passage: MarkedText) => CutTitle | null;

/** "A. Lee, B. Chen et al., Title, OSDI 2020" */
const cutEtAl: Cut = (passage) => {
  const match = /^(.{3,300}?\bet al\.?),\s+(?=\p{Lu})/u.exec(passage.text);
  if (!match?.[1] || !isAuthorList(match[1])) return null;
  return { title: sliceText(passage, match[0].length), authors: sliceText(passage, 0, match[1].length), rest: [] };
};

/** "Title | Venue | Authors": a bar never stands within a title. */
const cutBar: Cut = (passage) => {
  const [title, ...rest] = cutAt(passage, /\s*[|｜]\s*/gu);
  return title && rest.length > 0 ? firstTitle(title, rest) : null;
};

/** "OSDI'20: Title", "2023 - Title". */
const cutLeadingFact: Cut = (passage) => {
  const match =
    /^(\S{2,12}(?:\s?['’‘]\s?\d{2}|\s(?:19|20)\d{2}))(?:\s*[:：]|\s[–—-])?\s+(?=\p{Lu})/u.exec(passage.text) ??
    /^(.{2,40}?)\s*(?:[:：]\s+|\s[–—-]\s|,\s)(?=\S)/u.exec(passage.text);
  const before = match?.[1] ?? '';
  if (!match || !(isVenue(before) || onlyYear(before) !== null || isDate(before))) return null;
  return { title: sliceText(passage, match[0].length), rest: [sliceText(passage, 0, before.length)] };
};

/** "A. Lee, B. Chen: Title. Venue" */
const cutPeopleColon: Cut = (passage) => {
  const match = /^([^:：]{5,400}?)\s*[:：]\s*(?=\S)/u.exec(passage.text);
  const names = match?.[1] ?? '';
  if (!match || !isAuthorList(names) || !/[,，、]|\sand\s/u.test(names)) return null;
  return { title: sliceText(passage, match[0].length), authors: sliceText(passage, 0, names.length), rest: [] };
};

/** "Lee A, Chen B, Diaz C. Title. Venue": initials behind the surnames, so that a full stop follows one. */
const cutInitials: Cut = (passage) => {
  const match =
    /^((?:(?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}{1,3}(?:,\s+|\s+and\s+))+(?:(?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}{1,3}|et al))\.\s+(?=\S)/u.exec(
      passage.text,
    );
  if (!match?.[1]) return null;
  const behind = sliceText(passage, match[0].length);
  const { title, rest } = cutSentences(behind) ?? { title: behind, rest: [] };
  return { title, authors: sliceText(passage, 0, match[1].length), rest };
};

/** A full stop behind a word, not behind an initial or an abbreviation. */
const SENTENCE_END =
  /(?:(?<=[\p{Ll}\p{N})”"’]{2}|[\])]|\p{Lu}{2}|\bet al|\p{Script=Han}|\b\p{Lu}\p{Ll})(?<!\b(?:No|Vol|pp|Dr|Mr|Ms|St|Vs|vs|Jr|Sr|Co|cf|Proc|Conf|Trans|Symp|Intl|Commun))\.|。)\s+(?=\S)(?!(?:19|20)\d{2};)/gu;

/** "Authors. Title. Venue, Year." and "Title. Authors. Venue." */
const cutSentences: Cut = (passage) => {
  const parts = cutAt(passage, SENTENCE_END);
  if (parts.length < 2) return null;
  const [first, second, ...others] = parts;
  if (!first || !second) return null;
  // "A. Lee. 1990. Title. …"
  const isDated = onlyYear(plain(second)) !== null && others[0] !== undefined;
  const title = isDated ? (others[0] ?? second) : second;
  const rest = isDated ? [second, ...others.slice(1)] : others;
  const isPerson = isPersonName(plain(first)) && pieceKind(title) === null && title.text.split(' ').length >= 3;
  if (isPerson || isAuthorList(plain(first))) return { title, authors: first, rest };
  const rests = [second, ...others];
  // "Title, OSDI 2020. What I think of it."
  return rests.some((part) => factsOf(part) !== null || isPeople(part)) || startOfFacts(first) !== null
    ? { title: first, rest: [second, ...others] }
    : null;
};

/** "Title, by A. Lee and B. Chen, OSDI 2020" */
const cutBy: Cut = (passage) => {
  const match = /[,.]?\s+by\s+(?=\p{Lu})(.+?)\s*\.?$/u.exec(passage.text);
  if (!match) return null;
  const start = match.index + match[0].indexOf('by');
  const [first] = factsOf(sliceText(passage, start)) ?? [];
  return first?.kind === 'authors'
    ? { title: sliceText(passage, 0, match.index), rest: [sliceText(passage, start)] }
    : null;
};

/** "Title, A. Lee, B. Chen, OSDI 2020": facts behind the last commas. */
const cutTail: Cut = (passage) => {
  const start = startOfFacts(passage);
  if (start === null) return null;
  return { title: withoutSeparators(sliceText(passage, 0, start)), rest: [sliceText(passage, start)] };
};

/** "Name - Title - Venue": a dash ends a title where a fact follows it. */
const cutDashes: Cut = (passage) => {
  const parts = cutAt(passage, /\s+(?:[–—-]|--|@|·)\s+|\s+(?=\p{Extended_Pictographic}\ufe0f?\s)/gu);
  const fact = parts.findIndex((part, at) => at > 0 && factsOf(part) !== null);
  if (fact < 0) return null;
  return { title: withoutSeparators(sliceText(passage, 0, startOf(passage, parts, fact))), rest: parts.slice(fact) };
};

function firstTitle(title: MarkedText, rest: readonly MarkedText[]): CutTitle {
  const kind = pieceKind(title);
  const [second, ...others] = rest;
  return second && (kind === 'venue' || kind === 'year' || kind === 'date')
    ? { title: second, rest: [title, ...others] }
    : { title, rest };
}

/** Where the part of that index begins in its passage. */
function startOf({ text }: MarkedText, parts: readonly MarkedText[], index: number): number {
  let from = 0;
  for (const part of parts.slice(0, index)) from = text.indexOf(part.text, from) + part.text.length;
  const next = parts[index];
  return next ? text.indexOf(next.text, from) : text.length;
}

function withoutSeparators(passage: MarkedText): MarkedText {
  const start = /^[\s,.;:：|，。、；｜」』》»–—"”“’'@·-]*/u.exec(passage.text)?.[0].length ?? 0;
  const end = /[\s,;:：|，、；｜「『《«–—"“‘@·-]*$/u.exec(passage.text)?.index ?? passage.text.length;
  return sliceText(passage, start, Math.max(start, end));
}

function hasWords(passage: MarkedText): boolean {
  return /[\p{L}\p{N}]/u.test(plain(passage));
}
