import { int, record } from '../../store/values.ts';
import { builder } from '../builder.ts';
import type { Connection, Edge } from '../connection.ts';
import { chained } from '../maybe-promise.ts';
import * as refs from './refs.ts';

/** What a figure could not see. */
interface CoverageRow {
  readonly paperCount: number;
  readonly withInstitutionsCount: number;
  readonly incompleteCount: number;
}

export const Coverage = builder.objectRef<CoverageRow>('Coverage').implement({
  description: 'What a figure could not see, told beside the figure.',
  fields: (t) => ({
    paperCount: t.exposeInt('paperCount', { description: 'Papers that the figure is about.' }),
    withInstitutionsCount: t.exposeInt('withInstitutionsCount', {
      description: 'Of these, papers that name an institution.',
    }),
    incompleteCount: t.exposeInt('incompleteCount', {
      description: 'Of these, papers whose list of institutions is known to be incomplete ("Many others").',
    }),
  }),
});

const coverageShape = record({ paperCount: int, withInstitutionsCount: int, incompleteCount: int });

/** Checks a coverage that the store worked out. */
function coverageFrom(value: unknown): CoverageRow {
  return coverageShape.read(value);
}

type RowRef = typeof refs.Paper | typeof refs.Affiliation;

/** Makes the connection type over rows of a type: `nodes`, `edges`, `pageInfo`, `totalCount`. */
function connectionType(name: string, item: RowRef, items: string) {
  const edge = builder.objectRef<Edge>(`${name}Edge`).implement({
    description: `One of the ${items} of a page, with its cursor.`,
    fields: (t) => ({
      node: t.field({
        type: item,
        description: 'The item itself.',
        resolve: ({ node }, _args, _context, info) => ({ ...node, prefix: `${node.prefix}${info.path.key}.` }),
      }),
      cursor: t.exposeString('cursor', { description: 'Its place in the list, for `after` and `before`.' }),
    }),
  });
  return builder.objectRef<Connection>(`${name}Connection`).implement({
    description: `A page of ${items}.`,
    fields: (t) => ({
      nodes: t.field({
        type: [item],
        description: `The ${items} of the page.`,
        resolve: (connection, _args, _context, info) => connection.nodes(`${info.path.key}.`),
      }),
      edges: t.field({
        type: [edge],
        description: `The ${items} of the page, each with its cursor.`,
        resolve: (connection, _args, _context, info) => connection.edges(`${info.path.key}.`),
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Where the page lies in the list.',
        resolve: (connection) => connection.pageInfo(),
      }),
      totalCount: t.int({
        description: 'How many there are in all; counted only when selected.',
        extensions: { aggregate: 'count', weight: 50 },
        resolve: (connection) => chained(connection.total('totalCount'), int.read),
      }),
    }),
  });
}

export const PaperConnection = connectionType('Paper', refs.Paper, 'papers');
export const InstitutionConnection = connectionType('Institution', refs.Institution, 'institutions');
export const ConferenceConnection = connectionType('Conference', refs.Conference, 'conferences');
export const TopicConnection = connectionType('Topic', refs.Topic, 'topics');
export const AuthorConnection = connectionType('Author', refs.Author, 'authors');
export const PageConnection = connectionType('Page', refs.Page, 'pages');
export const ListingConnection = connectionType('Listing', refs.Listing, 'listings');
export const ProblemConnection = connectionType('Problem', refs.Problem, 'problems');
export const CollaborationConnection = connectionType('Collaboration', refs.Collaboration, 'pairs of institutions');
export const CoAuthorshipConnection = connectionType('CoAuthorship', refs.CoAuthorship, 'pairs of authors');
export const CoAuthorConnection = connectionType('CoAuthor', refs.CoAuthor, 'co-authors');
export const CollaboratorConnection = connectionType('Collaborator', refs.Collaborator, 'collaborating institutions');

const citations = record({ citedByCount: int });

builder.objectFields(PaperConnection, (t) => ({
  coverage: coverageField(t),
  citedByCount: t.int({
    description: 'Known citation counts of all the papers, summed; 0 where none is known.',
    extensions: { aggregate: 'aggregate/cited-by-count', weight: 50 },
    resolve: (connection) => chained(connection.total('citedByCount'), (value) => citations.read(value).citedByCount),
  }),
}));
builder.objectFields(CollaboratorConnection, (t) => ({ coverage: coverageField(t) }));
builder.objectFields(CollaborationConnection, (t) => ({ coverage: coverageField(t) }));

type ConnectionFields = Parameters<Parameters<typeof builder.objectFields<typeof PaperConnection>>[1]>[0];

function coverageField(t: ConnectionFields) {
  return t.field({
    type: Coverage,
    description: 'What the figures of this list could not see.',
    extensions: { aggregate: 'aggregate/coverage', weight: 100 },
    resolve: (connection) => chained(connection.total('coverage'), coverageFrom),
  });
}
