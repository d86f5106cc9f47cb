import type { Position, Problem } from '../../model/problem.ts';
import type { LinkKind, StatedLink } from '../../model/source-record.ts';
import { isWebAddress, resolveAddress } from './addresses.ts';
import { kindOfAddress, linkKind } from './link-kinds.ts';
import { linksOf, type MarkedText, plain, sliceText } from './marked-text.ts';
import { malformedAddress } from './problems.ts';

export interface ReadLinks {
  readonly links: readonly StatedLink[];
  readonly problems: readonly Problem[];
}

interface WrittenLink {
  readonly label: string;
  readonly address: string;
}

/** Labels that say no more than that there is a link. */
const EMPTY_LABEL =
  /^(?::[a-z][\w+-]*:|links?|链接|链接地址|原文|リンク|링크|urls?|here|click here|\^?\d+|[^\p{L}\p{N}]*)$/iu;

/** Whether a label says no more than that there is a link. */
export function isEmptyLabel(label: string): boolean {
  return EMPTY_LABEL.test(label);
}

/**
 * The links of a passage that holds a paper's links, each address once for each label.
 *
 * @param kind - what a link is whose label does not say, such as the kind that the column is for
 */
export function readLinks(passage: MarkedText, position: Position, kind?: LinkKind): ReadLinks {
  return stateLinks([...markedLinks(passage), ...bareAddresses(passage)], position, (label, url) => {
    const stated = linkKind(EMPTY_LABEL.test(label) ? null : label, url);
    const byLabel = linkKind(label, '');
    if (kind === 'PAPER' && stated === 'PDF') return stated;
    // A column of slides holds slides, also as PDF.
    if (kind && byLabel === 'PDF') return kind;
    return kind && (byLabel === 'OTHER' || stated === 'OTHER') ? kind : stated;
  });
}

/** The links on a title; `OTHER` where the address is not known for anything, so that the rest of the row decides. */
export function readTitleLinks(title: MarkedText, position: Position): ReadLinks {
  const written = markedLinks(title).map(({ address }) => ({ label: '', address }));
  return stateLinks(written, position, (_, url) => kindOfAddress(url));
}

function stateLinks(
  written: readonly WrittenLink[],
  position: Position,
  kindOf: (label: string, url: string) => LinkKind,
): ReadLinks {
  const links = new Map<string, StatedLink>();
  const problems: Problem[] = [];
  for (const { label, address } of written) {
    const url = resolveAddress(address, position.path);
    if (url === null) problems.push(malformedAddress(position, label, address));
    else {
      const link = { kind: kindOf(label, url), label: label === '' ? null : label, url };
      links.set(`${label} ${url}`, url === address || isWebAddress(url) ? link : { ...link, written: address });
    }
  }
  return { links: [...links.values()], problems };
}

function markedLinks(passage: MarkedText): WrittenLink[] {
  // A footnote's sign is a link in form only.
  const links = linksOf(passage).filter(
    ({ start, end, url }) => passage.text[start] !== '^' && !isBareBadge(passage, { start, end, url }),
  );
  return links.map(({ start, end, url }) => {
    const label = sliceText(passage, start, end);
    // A badge says what it is for in its alternative text.
    const image = label.marks.find((mark) => mark.kind === 'image');
    const text = plain(label) || (image?.kind === 'image' ? image.alt.trim() : '');
    return {
      label: text.includes('://') ? '' : text.replace(/^[[(（【]([^[\]()（）【】]*)[\])）】]$/u, '$1'),
      address: url,
    };
  });
}

/** "[![](badge)]()": a badge that leads nowhere is not meant to. */
function isBareBadge(
  { marks }: MarkedText,
  link: { readonly start: number; readonly end: number; readonly url: string },
): boolean {
  return (
    link.url === '' && marks.some(({ kind, start }) => kind === 'image' && link.start <= start && start < link.end)
  );
}

/** Addresses that stand in the text without markup. */
function bareAddresses({ text, marks }: MarkedText): WrittenLink[] {
  const dois = text.includes('10.') ? [...text.matchAll(/(?<=\bdoi:?\s*)10\.\d{4,}\/\S*[^\s.,;]/giu)] : [];
  const found = text.includes('://') ? [...text.matchAll(/https?:\/\/[^\s<>"'|]*[^\s<>"'|.,;:!?)\]]/gu)] : [];
  return found
    .filter(({ index }) => !marks.some((mark) => mark.kind === 'link' && mark.start <= index && index < mark.end))
    .map(([address]) => ({ label: '', address }))
    .concat(dois.map(([doi]) => ({ label: '', address: `https://doi.org/${doi}` })));
}
