import { addressKey, arxivIdOf, doiOf } from '../../model/paper-ids.ts';
import { retiredKey } from '../../store/former-keys.ts';
import { flag, int, list, optional, text } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { column } from '../graph-row.ts';
import { keyFromId } from '../node-types.ts';
import { connectionOf, listOf, oneOf } from '../relation-fields.ts';
import { PaperConnection, TopicConnection } from './connections.ts';
import { PaperTypeEnum, paperType } from './enums.ts';
import { PaperFilterInput } from './filters.ts';
import { openalexAddress } from './named-things.ts';
import { PaperOrderInput } from './orders.ts';
import { pagingArguments } from './paging-arguments.ts';
import { allPapers, plainRelation } from './paper-relations.ts';
import { Affiliation, Authorship, Conference, Edition, Listing, Paper, PaperLink } from './refs.ts';

Paper.implement({
  description: 'One scholarly work, with everything that sources state of it.',
  fields: (t) => ({
    key: t.string({
      description:
        'The readable key: a DOI, `arxiv:` and an arXiv id, or name, series and year; of one that only a data set knows, the last part of its id.',
      ...column('key', text),
    }),
    title: t.string({
      description: 'The title; the short name where no source gives a title.',
      ...column('title', text),
    }),
    shortName: t.string({
      nullable: true,
      description: 'The name of the system or method, such as "AdaEmbed".',
      ...column('shortName', optional(text)),
    }),
    year: t.int({
      nullable: true,
      description: 'The year of the earliest peer-reviewed publication, else of the earliest.',
      ...column('year', optional(int)),
    }),
    type: t.field({ type: PaperTypeEnum, description: 'What kind of work it is.', ...column('type', paperType) }),
    doi: t.string({
      nullable: true,
      description: 'DOI, lower case, without an address before it.',
      ...column('doi', optional(text)),
    }),
    arxivId: t.string({
      nullable: true,
      description: 'arXiv id without version.',
      ...column('arxivId', optional(text)),
    }),
    openalexId: t.string({
      nullable: true,
      description: 'OpenAlex id, such as "W2741809807".',
      ...column('openalexId', optional(text)),
    }),
    citedByCount: t.int({
      nullable: true,
      description: 'How often it is cited, the highest count that a source states; null where none does.',
      ...column('citedByCount', optional(int)),
    }),
    abstract: t.string({
      nullable: true,
      description: 'The abstract, where a source gives it.',
      ...column('abstract', optional(text)),
    }),
    awards: t.stringList({ description: 'Awards that sources state.', ...column('awards', list(text)) }),
    track: t.string({
      nullable: true,
      description: 'The track of the conference, such as "Industry".',
      ...column('track', optional(text)),
    }),
    affiliationsIncomplete: t.boolean({
      description: 'No complete list of institutions is known ("Many others").',
      ...column('affiliationsIncomplete', flag),
    }),
    conference: t.field({
      type: Conference,
      nullable: true,
      description: 'Where it was published; peer-reviewed before preprint.',
      ...oneOf(plainRelation('paper/conference', 'Conference')),
    }),
    edition: t.field({
      type: Edition,
      nullable: true,
      description: 'The year of the conference at which it appeared.',
      ...oneOf(plainRelation('paper/edition', 'Edition')),
    }),
    topics: t.field({
      type: TopicConnection,
      description: 'Topics that it is listed under, the innermost heading of each listing.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('paper/topics', 'Topic')),
    }),
    affiliations: t.field({
      type: [Affiliation],
      description: 'Institutions named for the paper, in the order stated.',
      args: { rollUpUnits: t.arg.boolean({ defaultValue: false, description: 'Counts units under their parents.' }) },
      ...listOf({
        label: 'Institution',
        nodeField: 'institution',
        call: ({ rollUpUnits }) => ({ fragment: rollUpUnits ? 'paper/affiliations-rolled-up' : 'paper/affiliations' }),
      }),
    }),
    authorships: t.field({
      type: [Authorship],
      description: 'Who wrote it, in the order stated.',
      ...listOf({ ...plainRelation('paper/authorships', 'Author'), nodeField: 'author' }),
    }),
    references: t.field({
      type: PaperConnection,
      description: 'Papers of the graph that it cites, in the order of its list.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('paper/references', 'Paper')),
    }),
    citations: t.field({
      type: PaperConnection,
      description: 'Papers of the graph that cite it, the newest first.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('paper/citations', 'Paper')),
    }),
    links: t.field({
      type: [PaperLink],
      description: 'Links that sources give for it, in the order stated.',
      ...listOf(plainRelation('paper/links', null)),
    }),
    listings: t.field({
      type: [Listing],
      description: 'What each source says of this paper, in the order of sources, pages and lines.',
      ...listOf(plainRelation('paper/listings', 'Listing')),
    }),
  }),
});

const PaperBy = builder.inputType('PaperBy', {
  isOneOf: true,
  description: 'Exactly one field.',
  fields: (t) => ({
    id: t.id({ description: "Relay's id." }),
    key: t.string({ description: 'The key, or one that the paper once had.' }),
    doi: t.string({ description: 'A DOI, also with an address before it.' }),
    arxivId: t.string({ description: 'An arXiv id, also with its address.' }),
    openalexId: t.string({ description: 'The id of its record: "W2741809807", or the address of any data set.' }),
    url: t.field({ type: 'URL', description: 'The address of one of its links.' }),
  }),
});

builder.queryFields((t) => ({
  paper: t.field({
    type: Paper,
    nullable: true,
    description: 'One paper; null where none is known. Example: `paper(by: {arxivId: "2212.00939"}) { title }`.',
    args: { by: t.arg({ type: PaperBy, required: true, description: 'What to find it by.' }) },
    ...oneOf({ label: 'Paper', call: ({ by }) => paperLookUp(by as typeof PaperBy.$inferInput) }),
  }),
  papers: t.field({
    type: PaperConnection,
    description:
      'Papers that a filter lets through. Example: `papers(filter: {about: "embedding"}) { totalCount nodes { title } }`.',
    args: {
      filter: t.arg({ type: PaperFilterInput, description: 'Which papers; all where it is left out.' }),
      orderBy: t.arg({ type: PaperOrderInput, description: 'Their order; the newest first where it is left out.' }),
      ...pagingArguments(t),
    },
    ...connectionOf(allPapers),
  }),
}));

function paperLookUp(by: typeof PaperBy.$inferInput) {
  if (by.id !== undefined && by.id !== null) return byKey(keyFromId(by.id, 'Paper'));
  if (by.key !== undefined && by.key !== null) return byKey(by.key);
  if (by.doi) return bySecond('doi', 'doi', doiOf(by.doi) ?? by.doi.toLowerCase());
  if (by.arxivId)
    return bySecond(
      'arxiv-id',
      'arxiv',
      arxivIdOf(by.arxivId) ?? by.arxivId.replace(/^arxiv:\s*/i, '').replace(/v\d+$/, ''),
    );
  if (by.openalexId) return bySecond('record-id', 'record', openalexAddress(by.openalexId));
  return { fragment: 'paper/by-address', args: { value: addressKey(by.url ?? '') ?? '' } };
}

function byKey(key: string) {
  return { fragment: 'paper/by-key', args: { key, identifierKey: retiredKey(key) } };
}

function bySecond(file: string, kind: string, value: string) {
  return { fragment: `paper/by-${file}`, args: { value, identifierKey: `${kind}:${value}` } };
}
