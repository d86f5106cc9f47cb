import type { TopicFilter } from '../../store/filters/filters.ts';
import { topicPredicate } from '../../store/filters/named-predicates.ts';
import { list, text } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { column } from '../graph-row.ts';
import { connectionOf, listOf } from '../relation-fields.ts';
import { PaperConnection, TopicConnection } from './connections.ts';
import { PaperFilterInput, TopicFilterInput } from './filters.ts';
import { NamedBy, namedList, namedLookUp } from './named-things.ts';
import { NamedOrderInput, PaperOrderInput } from './orders.ts';
import { pagingArguments } from './paging-arguments.ts';
import { papersRelation, plainRelation } from './paper-relations.ts';
import { Topic } from './refs.ts';

Topic.implement({
  description:
    'A subject that papers are listed under: a heading of a list, with the headings above it as broader topics.',
  fields: (t) => ({
    key: t.string({ description: 'The readable key: the source, and the path of headings.', ...column('key', text) }),
    name: t.string({ description: 'The heading.', ...column('name', text) }),
    path: t.stringList({
      description: 'The headings above it and itself, outermost first.',
      ...column('path', list(text)),
    }),
    broader: t.field({
      type: [Topic],
      description: 'The next broader topic.',
      ...listOf(plainRelation('topic/broader', 'Topic')),
    }),
    narrower: t.field({
      type: [Topic],
      description: 'Topics one step narrower.',
      ...listOf(plainRelation('topic/narrower', 'Topic', { listSize: 10 })),
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers listed under it.',
      args: {
        filter: t.arg({ type: PaperFilterInput, description: 'Which of them; all where it is left out.' }),
        orderBy: t.arg({ type: PaperOrderInput, description: 'Their order; the newest first where it is left out.' }),
        narrower: t.arg.boolean({ defaultValue: true, description: 'Papers of narrower topics too.' }),
        ...pagingArguments(t),
      },
      ...connectionOf(
        papersRelation(({ narrower }) => ({
          fragment: narrower === false ? 'topic/papers' : 'topic/papers-with-narrower',
        })),
      ),
    }),
  }),
});

builder.queryFields((t) => ({
  topic: t.field({
    type: Topic,
    nullable: true,
    description: 'One topic; null where none is known.',
    args: { by: t.arg({ type: NamedBy, required: true, description: 'What to find it by.' }) },
    ...namedLookUp('Topic', 'topic'),
  }),
  topics: t.field({
    type: TopicConnection,
    description:
      'Topics that a filter lets through. Example: `topics(filter: {nameContains: "recommend"}) { nodes { path } }`.',
    args: {
      filter: t.arg({ type: TopicFilterInput, description: 'Which topics; all where it is left out.' }),
      orderBy: t.arg({ type: NamedOrderInput, description: 'Their order; from A to Z where it is left out.' }),
      ...pagingArguments(t),
    },
    ...connectionOf({ label: 'Topic', ...namedList<TopicFilter>('topic', 'topicsFilter', topicPredicate) }),
  }),
}));
