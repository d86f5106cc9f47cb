import type { ProblemFilter } from '../../store/filters/filters.ts';
import { problemPredicate } from '../../store/filters/problem-predicate.ts';
import { int, list, optional, record, text } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { column } from '../graph-row.ts';
import { connectionOf } from '../relation-fields.ts';
import { ProblemConnection } from './connections.ts';
import { ProblemSeverityEnum, problemSeverity } from './enums.ts';
import { ProblemFilterInput } from './filters.ts';
import { pagingArguments } from './paging-arguments.ts';
import { Problem, SourceLine } from './refs.ts';

const relatedLines = list(record({ path: text, line: int }));

Problem.implement({
  description: 'Something in a source that could not be taken as it stands.',
  fields: (t) => ({
    code: t.string({ description: 'A stable name, such as INSTITUTIONS_INCOMPLETE.', ...column('code', text) }),
    severity: t.field({
      type: ProblemSeverityEnum,
      description: 'How much it takes away.',
      ...column('severity', problemSeverity),
    }),
    message: t.string({ description: 'What was expected and what was found.', ...column('message', text) }),
    suggestion: t.string({
      nullable: true,
      description: 'What could be written instead.',
      ...column('suggestion', optional(text)),
    }),
    path: t.string({ description: "The page's path in its source.", ...column('path', text) }),
    line: t.int({ description: 'The line on the page, from 1.', ...column('line', int) }),
    related: t.field({
      type: [SourceLine],
      description: 'Other lines that it involves.',
      extensions: { columns: ['related'] },
      resolve: ({ columns }) =>
        relatedLines.read(JSON.parse(text.read(columns.related))).map((line) => ({
          label: null,
          columns: {},
          extra: { ...line, pageUrl: null },
          related: new Map(),
          prefix: '',
          cursor: null,
        })),
    }),
  }),
});

builder.queryFields((t) => ({
  problems: t.field({
    type: ProblemConnection,
    description: 'What could not be taken as it stands, in the order of pages and lines.',
    args: {
      filter: t.arg({ type: ProblemFilterInput, description: 'Which problems; all where it is left out.' }),
      ...pagingArguments(t),
    },
    ...connectionOf({
      label: 'Problem',
      paperFilters: ({ filter }) => {
        const { institution } = (filter ?? {}) as ProblemFilter;
        return institution ? [{ institution: { any: institution } }] : [];
      },
      call: ({ filter }, lookup) => ({
        fragment: 'problem/all',
        filters: { problemsFilter: problemPredicate((filter ?? {}) as ProblemFilter, lookup) },
      }),
    }),
  }),
}));
