import { int, list, optional, text } from '../../store/values.ts';
import { extra, nodeWithin } from '../graph-row.ts';
import { listOf } from '../relation-fields.ts';
import { LinkKindEnum, linkKind } from './enums.ts';
import { plainRelation } from './paper-relations.ts';
import { Affiliation, Institution, PaperLink, SourceLine } from './refs.ts';

/** What a paper's facts are made of: institutions and links, each with the lines that state it. */

Affiliation.implement({
  description: 'An institution named for a paper.',
  fields: (t) => ({
    institution: t.field({
      type: Institution,
      description: 'The institution.',
      resolve: (row, _args, _context, info) => nodeWithin(row, 'Institution', `${info.path.key}.`),
    }),
    statedAs: t.stringList({
      description: 'Every spelling under which sources name it for this paper.',
      ...extra('statedAs', list(text)),
    }),
    sources: t.field({
      type: [SourceLine],
      description: 'Lines that say so.',
      ...listOf(plainRelation('paper/affiliation-sources', null, { isCarried: true })),
    }),
  }),
});

PaperLink.implement({
  description: 'A link that a source gives for a paper.',
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      description:
        "The address: absolute, or relative to the source's root where it leads to one of its pages, else as written.",
      ...extra('url', text),
    }),
    kind: t.field({ type: LinkKindEnum, description: 'What it leads to.', ...extra('kind', linkKind) }),
    label: t.string({ nullable: true, description: 'Its text in the source.', ...extra('label', optional(text)) }),
    sources: t.field({
      type: [SourceLine],
      description: 'Lines that give it.',
      ...listOf(plainRelation('paper/link-sources', null, { isCarried: true })),
    }),
  }),
});

SourceLine.implement({
  description: 'A line of a source.',
  fields: (t) => ({
    path: t.string({ description: "The page's path in its source.", ...extra('path', text) }),
    line: t.int({ description: 'The line, from 1.', ...extra('line', int) }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'The line at the git host, where the source is kept at one.',
      extensions: { extra: ['pageUrl', 'line'] },
      resolve: ({ extra: { pageUrl, line } }) => (typeof pageUrl === 'string' ? `${pageUrl}?plain=1#L${line}` : null),
    }),
  }),
});
