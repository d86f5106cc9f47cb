import type { PaperLine } from '../model/graph-line.ts';

/** The web address that a reference gives for a paper: its page, else its file, else null. */
export function mainAddress({ links }: PaperLine): string | null {
  const onTheWeb = links.filter(({ url }) => /^https?:\/\//i.test(url));
  const first = (kind: string) => onTheWeb.find((link) => link.kind === kind)?.url;
  return first('PAPER') ?? first('PDF') ?? null;
}
