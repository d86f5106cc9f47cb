import { fold } from '../../model/text.ts';
import type { AuthorFilter } from '../../store/filters/filters.ts';
import { authorPredicate } from '../../store/filters/named-predicates.ts';
import { int, optional, text } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { column, extra, nodeWithin } from '../graph-row.ts';
import { connectionOf, listOf } from '../relation-fields.ts';
import { AuthorConnection, InstitutionConnection, PaperConnection } from './connections.ts';
import { AuthorFilterInput, PaperFilterInput } from './filters.ts';
import { NamedBy, namedList, namedLookUp } from './named-things.ts';
import { NamedOrderInput, PaperOrderInput } from './orders.ts';
import { pagingArguments } from './paging-arguments.ts';
import { papersRelation, plainRelation } from './paper-relations.ts';
import { Author, Authorship, Institution } from './refs.ts';

Author.implement({
  description:
    'A person who wrote papers. One to whom no source gives an id is known on one paper alone, since names are shared.',
  fields: (t) => ({
    key: t.string({
      description: 'The last part of the id that a data set gives, else the name and the paper.',
      ...column('key', text),
    }),
    name: t.string({
      description: 'Of several spellings the first in alphabetical order.',
      ...column('name', text),
    }),
    orcid: t.string({
      nullable: true,
      description: 'ORCID without its address, such as "0000-0002-1825-0097".',
      ...column('orcid', optional(text)),
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers by this author.',
      args: {
        filter: t.arg({ type: PaperFilterInput, description: 'Which of them; all where it is left out.' }),
        orderBy: t.arg({ type: PaperOrderInput, description: 'Their order; the newest first where it is left out.' }),
        ...pagingArguments(t),
      },
      ...connectionOf(papersRelation(() => ({ fragment: 'author/papers' }))),
    }),
    institutions: t.field({
      type: InstitutionConnection,
      description: 'Institutions that papers name for this author.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('author/institutions', 'Institution')),
    }),
  }),
});

Authorship.implement({
  description: 'An author of a paper.',
  fields: (t) => ({
    author: t.field({
      type: Author,
      description: 'The author.',
      resolve: (row, _args, _context, info) => nodeWithin(row, 'Author', `${info.path.key}.`),
    }),
    position: t.int({ description: 'Place among the authors, from 0.', ...extra('position', int) }),
    institutions: t.field({
      type: [Institution],
      description: 'Institutions that the paper names for this author, in the order stated.',
      ...listOf(plainRelation('authorship/institutions', 'Institution', { isCarried: true })),
    }),
  }),
});

builder.queryFields((t) => ({
  author: t.field({
    type: Author,
    nullable: true,
    description:
      'One author; null where none is known. Example: `author(by: {orcid: "0000-0002-1825-0097"}) { name }`.',
    args: { by: t.arg({ type: NamedBy, required: true, description: 'What to find it by.' }) },
    ...namedLookUp('Author', 'author', {
      name: (name) => ({ fragment: 'author/by-name', args: { folded: fold(name) } }),
      orcid: (orcid) => ({
        fragment: 'author/by-orcid',
        args: { value: orcid.replace(/^(https?:\/\/)?orcid\.org\//, '').toUpperCase() },
      }),
      openalexId: (id) => ({ fragment: 'author/by-key', args: { key: id.slice(id.lastIndexOf('/') + 1) } }),
    }),
  }),
  authors: t.field({
    type: AuthorConnection,
    description:
      'Authors that a filter lets through. Example: `authors(filter: {institution: ["Microsoft"]}) { nodes { name papers { totalCount } } }`.',
    args: {
      filter: t.arg({ type: AuthorFilterInput, description: 'Which authors; all where it is left out.' }),
      orderBy: t.arg({ type: NamedOrderInput, description: 'Their order; from A to Z where it is left out.' }),
      ...pagingArguments(t),
    },
    ...connectionOf({
      label: 'Author',
      ...namedList<AuthorFilter>('author', 'authorsFilter', authorPredicate),
    }),
  }),
}));
