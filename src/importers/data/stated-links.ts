import type { Position, Problem } from '../../model/problem.ts';
import type { LinkKind, StatedLink } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';
import { resolveAddress } from '../markdown/addresses.ts';
import { kindOfAddress, linkKind } from '../markdown/link-kinds.ts';
import { malformedAddress } from '../markdown/problems.ts';
import { statesNothing, textUnder } from './texts.ts';
import type { Value } from './value.ts';

const ADDRESS_KEYS = ['url', 'href', 'link', 'address'];
const LABEL_KEYS = ['label', 'name', 'title', 'text', 'type', 'kind'];

/** No row gives more text for its links; a longer one is no address, and is not searched for several. */
const MAX_LENGTH = 20_000;

interface Written {
  readonly label: string;
  readonly address: string;
}

/**
 * The links of a value: an address or several, a DOI, an arXiv id, a list of them, an object with `url` and a label, or
 * one with a label for each address.
 *
 * @param options - `key`: what a message calls a link without a label; `kind`: what the key is for, null where label and address tell; `isSure`: whatever the address says
 */
export function linksIn(
  value: Value,
  position: Position,
  { key, kind, isSure }: { readonly key: string; readonly kind: LinkKind | null; readonly isSure: boolean },
): { readonly links: readonly StatedLink[]; readonly problems: readonly Problem[] } {
  const links: StatedLink[] = [];
  const problems: Problem[] = [];
  for (const { label, address } of writtenIn(value, '')) {
    const url = isAddress(address) ? resolveAddress(completed(address), position.path) : null;
    if (url === null) problems.push(malformedAddress(position, label || key, address));
    else links.push({ kind: kindOf(label, url, { kind, isSure }), label: label === '' ? null : label, url });
  }
  return { links, problems };
}

function writtenIn(value: Value, label: string): readonly Written[] {
  if (value.kind === 'list') return value.items.flatMap((item) => writtenIn(item, label));
  if (value.kind === 'object') {
    const address = textUnder(value, ADDRESS_KEYS);
    if (address !== null) return [{ label: textUnder(value, LABEL_KEYS) ?? label, address }];
    return [...value.entries].flatMap(([key, inner]) => writtenIn(inner, key));
  }
  const text = collapse(value.text);
  if (text === '' || statesNothing(text)) return [];
  const addresses = text.length > MAX_LENGTH ? [text] : text.split(/[ ,;|]+(?=(?:https?|ftp):\/\/)/iu);
  return addresses.map((address) => ({ label, address: address.trim() }));
}

/** A word alone ("yes") is no path of a page. */
function isAddress(text: string): boolean {
  return /[/.#]/u.test(text);
}

/** A DOI or an arXiv id as an address. */
function completed(text: string): string {
  if (/^(?:doi:\s*)?10\.\d{4,9}\/\S+$/iu.test(text)) return `https://doi.org/${text.replace(/^doi:\s*/iu, '')}`;
  const arxiv = /^(?:arxiv:\s*)?(\d{4}\.\d{4,5}(?:v\d+)?)$/iu.exec(text);
  return arxiv ? `https://arxiv.org/abs/${arxiv[1]}` : text;
}

function kindOf(label: string, url: string, { kind, isSure }: { kind: LinkKind | null; isSure: boolean }): LinkKind {
  if (kind === null) return linkKind(label === '' ? null : label, url);
  if (isSure || kind !== 'PAPER') return kind;
  // A key called "url" leads to the paper unless the address is known for something else.
  const known = kindOfAddress(url);
  return known === 'OTHER' ? kind : known;
}
