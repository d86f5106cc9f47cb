import type { InstitutionFilter } from '../../store/filters/filters.ts';
import { institutionPredicate } from '../../store/filters/named-predicates.ts';
import { list, optional, text } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { column } from '../graph-row.ts';
import type { FieldArguments } from '../relation.ts';
import { connectionOf, listOf } from '../relation-fields.ts';
import { CollaboratorConnection, InstitutionConnection, PaperConnection } from './connections.ts';
import { CountingRuleEnum, InstitutionKindEnum, institutionKind } from './enums.ts';
import { InstitutionFilterInput, PaperFilterInput } from './filters.ts';
import { paperFiltersIn } from './institution-sets.ts';
import { NamedBy, namedList, namedLookUp } from './named-things.ts';
import { NamedOrderInput, PaperOrderInput } from './orders.ts';
import { pagingArguments } from './paging-arguments.ts';
import { paperFiltersOf, papersFilter, papersRelation, plainRelation, unitKind } from './paper-relations.ts';
import { Institution } from './refs.ts';

const rollUpDescription = 'Counts units under their parents: papers of "Meta AI" are papers of "Meta".';

const papersOfInstitution = papersRelation(({ rollUpUnits }) =>
  rollUpUnits === false
    ? { fragment: 'institution/papers' }
    : { fragment: 'institution/papers-rolled-up', args: unitKind },
);

/** graphql-js has checked it against its input type. */
function collaboratorFilterOf({ filter }: FieldArguments): InstitutionFilter {
  return (filter ?? {}) as InstitutionFilter;
}

Institution.implement({
  description: 'An organisation that papers name.',
  fields: (t) => ({
    key: t.string({ description: 'The readable key, such as "university-of-michigan".', ...column('key', text) }),
    name: t.string({
      description: 'The canonical name; as written where no table of names knows it.',
      ...column('name', text),
    }),
    aliases: t.stringList({ description: 'Other names and acronyms.', ...column('aliases', list(text)) }),
    kind: t.field({
      type: InstitutionKindEnum,
      nullable: true,
      description: 'What kind of organisation.',
      ...column('kind', optional(institutionKind)),
    }),
    countryCode: t.string({
      nullable: true,
      description: 'ISO 3166-1 alpha-2.',
      ...column('countryCode', optional(text)),
    }),
    ror: t.string({ nullable: true, description: 'ROR id, as an address.', ...column('ror', optional(text)) }),
    homepage: t.field({ type: 'URL', nullable: true, description: 'Its site.', ...column('homepage', optional(text)) }),
    parents: t.field({
      type: [Institution],
      description: 'Institutions that it is a unit or a member of.',
      ...listOf(plainRelation('institution/parents', 'Institution')),
    }),
    units: t.field({
      type: [Institution],
      description: 'Its units, one step down: labs, departments, subsidiaries that are counted under it.',
      ...listOf({
        label: 'Institution',
        listSize: 10,
        call: () => ({ fragment: 'institution/units', args: unitKind }),
      }),
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers that name it.',
      args: {
        filter: t.arg({ type: PaperFilterInput, description: 'Which of them; all where it is left out.' }),
        orderBy: t.arg({ type: PaperOrderInput, description: 'Their order; the newest first where it is left out.' }),
        ...pagingArguments(t),
        rollUpUnits: t.arg.boolean({ defaultValue: true, description: rollUpDescription }),
      },
      ...connectionOf(papersOfInstitution),
    }),
    collaborators: t.field({
      type: CollaboratorConnection,
      description: 'Institutions that share papers with it, most shared papers first.',
      args: {
        papers: t.arg({ type: PaperFilterInput, description: 'Which papers count; all where it is left out.' }),
        filter: t.arg({
          type: InstitutionFilterInput,
          description: 'Which collaborators; all where it is left out. Example: `{kind: [COMPANY]}`.',
        }),
        counting: t.arg({ type: CountingRuleEnum, defaultValue: 0, description: 'What a paper adds to the weight.' }),
        rollUpUnits: t.arg.boolean({ defaultValue: true, description: rollUpDescription }),
        ...pagingArguments(t),
      },
      ...connectionOf({
        label: 'Institution',
        nodeField: 'institution',
        weight: 100,
        paperFilters: (args) => [
          ...paperFiltersOf('papers')(args),
          ...paperFiltersIn(collaboratorFilterOf(args), 'filter'),
        ],
        call: (args, lookup) => ({
          fragment: args.rollUpUnits === false ? 'institution/collaborators' : 'institution/collaborators-rolled-up',
          args: { counting: Number(args.counting ?? 0), ...unitKind },
          filters: {
            ...papersFilter(args, 'papers', lookup),
            collaboratorsFilter: institutionPredicate(collaboratorFilterOf(args), lookup),
          },
        }),
        coverage: (args, lookup) => ({
          ...papersOfInstitution.call(args, lookup),
          filters: papersFilter(args, 'papers', lookup),
        }),
      }),
    }),
  }),
});

builder.queryFields((t) => ({
  institution: t.field({
    type: Institution,
    nullable: true,
    description: 'One institution; null where none is known. Example: `institution(by: {name: "UMich"}) { name }`.',
    args: { by: t.arg({ type: NamedBy, required: true, description: 'What to find it by.' }) },
    ...namedLookUp('Institution', 'institution', {
      ror: (ror) => ({
        fragment: 'institution/by-ror',
        args: { value: `https://ror.org/${ror.replace(/^(https?:\/\/)?ror\.org\//, '')}` },
      }),
    }),
  }),
  institutions: t.field({
    type: InstitutionConnection,
    description:
      'Institutions that a filter lets through. Example: `institutions(filter: {papers: {about: "embedding"}}) { nodes { name } }`.',
    args: {
      filter: t.arg({ type: InstitutionFilterInput, description: 'Which institutions; all where it is left out.' }),
      orderBy: t.arg({ type: NamedOrderInput, description: 'Their order; from A to Z where it is left out.' }),
      ...pagingArguments(t),
    },
    ...connectionOf({
      label: 'Institution',
      ...namedList<InstitutionFilter>('institution', 'institutionsFilter', institutionPredicate),
    }),
  }),
}));
