import type { HighlightPart } from '../../store/highlight.ts';
import { builder } from '../builder.ts';
import type { GraphRow } from '../graph-row.ts';
import { type HighlightOfField, type SearchHit, SearchPage } from '../search-page.ts';
import { NodeKindEnum } from './enums.ts';
import { pagingArguments } from './paging-arguments.ts';
import { Author, Conference, Institution, Paper, Topic } from './refs.ts';

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find.',
  types: [Paper, Institution, Conference, Topic, Author],
  resolveType: (row) => (row as GraphRow).label ?? undefined,
});

const Part = builder.objectRef<HighlightPart>('HighlightPart').implement({
  description: 'A piece of a text.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The piece as it stands in the text.' }),
    isMatch: t.exposeBoolean('isMatch', { description: 'It is what the search asked for.' }),
  }),
});

const Highlight = builder.objectRef<HighlightOfField>('Highlight').implement({
  description: 'A text in which the search found something.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description:
        'Where the text stands: `title`, `shortName`, `abstract` and `remarks` of a paper, `name`, `acronym` and `aliases` of others.',
    }),
    parts: t.field({
      type: [Part],
      description:
        'The text around the first match, in pieces that follow each other; a text of at most 240 letters is whole, and `…` stands where a longer one is cut.',
      resolve: ({ parts }) => [...parts],
    }),
  }),
});

const Hit = builder.objectRef<SearchHit>('SearchHit').implement({
  description: 'Something that a search found.',
  fields: (t) => ({
    node: t.field({
      type: SearchResult,
      description: 'What was found.',
      resolve: ({ node }) => node,
    }),
    score: t.float({
      description:
        'How well it fits, from 1 to under 5: 4 where a name, the title or the short name is exactly what was asked, 3 where one begins so, ' +
        '2 where all of it stands in the title or name, else 1; to which comes n / (n + 100), n being the papers of a named thing ' +
        'and the citations of a paper. The same on every engine.',
      resolve: ({ place: { rank, knownCount } }) => rank + knownCount / (knownCount + 100),
    }),
    highlights: t.field({
      type: [Highlight],
      description:
        'The texts that say it, with the matching words. None where only headings, topics or keywords of a paper match.',
      extensions: { weight: 5 },
      resolve: async (hit) => [...(await hit.page.highlights(hit))],
    }),
  }),
});

const Edge = builder.objectRef<SearchHit>('SearchEdge').implement({
  description: 'One of the hits of a page, with its cursor.',
  fields: (t) => ({
    node: t.field({ type: Hit, description: 'The hit.', resolve: (hit) => hit }),
    cursor: t.exposeString('cursor', { description: 'Its place in the list, for `after` and `before`.' }),
  }),
});

const SearchConnection = builder.objectRef<SearchPage>('SearchConnection').implement({
  description: 'A page of what a search found.',
  fields: (t) => ({
    nodes: t.field({
      type: [Hit],
      description: 'The hits of the page, the best first.',
      resolve: async (page) => [...(await page.hits())],
    }),
    edges: t.field({
      type: [Edge],
      description: 'The hits of the page, each with its cursor.',
      resolve: async (page) => [...(await page.hits())],
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Where the page lies in the list.',
      resolve: (page) => page.pageInfo(),
    }),
    totalCount: t.int({
      description: 'How many there are in all; counted only when selected.',
      extensions: { weight: 50 },
      resolve: (page) => page.totalCount(),
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Papers by title, short name, abstract, remarks and topics, and what is named by its names, the best first. Every word must be there; ' +
      'words are compared by their stems, "quotes" hold a phrase, and the last word, from three letters on, also finds words of titles and names that begin so, and stems elsewhere that do. ' +
      'Ordered by `score`, ties by kind and key. Example: `search(text: "graph neural netw", kinds: [PAPER]) { nodes { score node { ... on Paper { title } } } }`.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'Words and "phrases"; nothing is found without a letter or digit.',
      }),
      kinds: t.arg({
        type: [NodeKindEnum],
        description: 'What to look for; everything where it is left out.',
      }),
      ...pagingArguments(t),
    },
    extensions: { isConnection: true, weight: 250 },
    resolve: (_root, args, context) => new SearchPage(args, context),
  }),
);
