import { type Suggestion as SuggestionRow, suggestions } from '../../store/find.ts';
import { builder } from '../builder.ts';
import { limitOf } from '../paging.ts';
import { kindsAskedFor } from '../search-page.ts';
import { NodeKindEnum } from './enums.ts';

const Suggestion = builder.objectRef<SuggestionRow>('Suggestion').implement({
  description: 'Something whose name begins like what was typed.',
  fields: (t) => ({
    kind: t.field({ type: NodeKindEnum, description: 'What it is.', resolve: ({ kind }) => kind }),
    key: t.exposeString('key', { description: 'Its key, for the field that finds it and for filters.' }),
    name: t.exposeString('name', { description: 'Its name; the acronym of a series, the title of a paper.' }),
    paperCount: t.exposeInt('paperCount', {
      description: 'Papers that name it, are published there, listed under it or by the author; 1 for a paper.',
    }),
  }),
});

builder.queryField('suggest', (t) =>
  t.field({
    type: [Suggestion],
    description:
      'What is being typed: things of which a name begins so, or a word in it, case and accents folded. The most papers first; among equals ' +
      'names that begin so first, papers themselves last, the most cited first. Example: `suggest(prefix: "stanf") { kind name }` ("Stanford University" first).',
    args: {
      prefix: t.arg.string({ required: true, description: 'The beginning of a name or of a word in it.' }),
      kinds: t.arg({ type: [NodeKindEnum], description: 'What to look for; everything where it is left out.' }),
      limit: t.arg.int({ defaultValue: 10, description: 'How many at most: 0 to 50.' }),
    },
    extensions: { sizeArgument: 'limit', weight: 100 },
    resolve: async (_root, { prefix, kinds, limit }, { store }) => {
      const most = limitOf(limit, 'limit', { max: 50, bySelf: 10 });
      return [...(await suggestions(store, prefix, kindsAskedFor(kinds), most))];
    },
  }),
);
