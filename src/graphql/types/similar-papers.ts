import { builder } from '../builder.ts';
import { keyOf } from '../graph-row.ts';
import { limitOf } from '../paging.ts';
import { type SimilarHit, SimilarPage } from '../similar-page.ts';
import { Author, Institution, Paper, Topic } from './refs.ts';

const SimilarPaper = builder.objectRef<SimilarHit>('SimilarPaper').implement({
  description: 'A paper that is like another, and what makes it so.',
  fields: (t) => ({
    paper: t.field({ type: Paper, description: 'The paper.', resolve: ({ node }) => node }),
    score: t.exposeFloat('score', {
      description:
        'What all that they share counts: an author 3, a reference 2, a topic 1, an institution 0.5 where these two papers alone have it, ' +
        'divided by 1 + log2(n / 2) where n have it. The same on every engine. Example: an author of 4 papers counts 1.5.',
    }),
    sharedTopics: t.field({
      type: [Topic],
      description: 'Topics that both are listed under, by key.',
      resolve: async (hit) => [...(await hit.page.shared(hit, 'TOPIC'))],
    }),
    sharedAuthors: t.field({
      type: [Author],
      description: 'Authors of both, by key.',
      resolve: async (hit) => [...(await hit.page.shared(hit, 'AUTHOR'))],
    }),
    sharedInstitutions: t.field({
      type: [Institution],
      description: 'Institutions that both name, by key; units are not rolled up.',
      resolve: async (hit) => [...(await hit.page.shared(hit, 'INSTITUTION'))],
    }),
    sharedReferenceCount: t.int({
      description: 'How many papers of the graph both cite.',
      resolve: ({ shared }) => shared.filter(({ kind }) => kind === 'REFERENCE').length,
    }),
  }),
});

builder.objectField(Paper, 'similar', (t) =>
  t.field({
    type: [SimilarPaper],
    description:
      'The papers most like this one: by shared authors, references, topics and institutions, of which rare ones count more. Ordered by `score`, ties by key. ' +
      'They are looked for by what leads to at most 5,000 papers, the rarest first, so a paper that shares nothing but a broad topic is not found. ' +
      'Example: `paper(by: {key: "adaembed-osdi-2023"}) { similar(first: 5) { score paper { title } sharedTopics { name } } }`.',
    args: { first: t.arg.int({ defaultValue: 10, description: 'How many at most: 0 to 50.' }) },
    extensions: { sizeArgument: 'first', weight: 150 },
    resolve: async (row, { first }, context) => {
      const most = limitOf(first, 'first', { max: 50, bySelf: 10 });
      return [...(await new SimilarPage(context).hits(keyOf(row), most))];
    },
  }),
);
