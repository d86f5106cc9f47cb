import { InputError } from '../model/errors.ts';
import type { Listing } from '../model/graph.ts';
import {
  type ConferenceListingLine,
  type DescriptionLine,
  type EndLine,
  type GraphLine,
  graphLineVersion,
  type HeadLine,
  type PageLine,
  type SourceLine,
} from '../model/graph-line.ts';
import { conferenceKinds, institutionKinds } from '../model/names/facts.ts';
import type { Position, Problem } from '../model/problem.ts';
import { linkKinds, paperTypes } from '../model/source-record.ts';
import { type Check, isFlag, isInt, isOneOf, isText, listOf, orNothing, orNull, shape } from './shape.ts';

/** What is read of a line that `papergraph export` wrote: of a paper its listings alone, which its facts follow from. */
export type ReadGraphLine =
  | HeadLine
  | SourceLine
  | PageLine
  | DescriptionLine
  | { readonly kind: 'paper'; readonly listings: readonly Listing[] }
  | ConferenceListingLine
  | EndLine;

const position = shape({ path: isText, line: isInt });
const texts = listOf(isText);
const textOrNull = orNull(isText);

const sourceRecord = shape({
  position,
  section: texts,
  title: textOrNull,
  shortName: textOrNull,
  venue: textOrNull,
  year: orNull(isInt),
  institutions: texts,
  institutionsIncomplete: isFlag,
  authors: listOf(
    shape({
      name: isText,
      institutions: texts,
      id: orNothing(isText),
      orcid: orNothing(isText),
      institutionIds: orNothing(texts),
    }),
  ),
  links: listOf(shape({ kind: isOneOf(linkKinds), label: textOrNull, url: isText })),
  remarks: texts,
  awards: texts,
  track: textOrNull,
  type: orNothing(isOneOf(paperTypes)),
  keywords: orNothing(texts),
  doi: orNothing(isText),
  arxivId: orNothing(isText),
  abstract: orNothing(isText),
  citedByCount: orNothing(isInt),
  recordId: orNothing(isText),
  references: orNothing(texts),
  conferenceId: orNothing(isText),
  institutionIds: orNothing(texts),
  topicIds: orNothing(texts),
});

const edition = shape({
  position,
  name: isText,
  dates: textOrNull,
  place: textOrNull,
  url: textOrNull,
  remarks: texts,
  series: orNothing(shape({ acronym: isText, fullName: textOrNull })),
  year: orNothing(isInt),
  acceptance: orNothing(shape({ acceptedCount: isInt, submittedCount: isInt })),
});
const conference = shape({
  position,
  acronym: isText,
  fullName: textOrNull,
  ranks: listOf(shape({ scheme: isText, value: isText })),
});
const conferenceRecord: Check = (value) => {
  const wrong = shape({ about: isOneOf(['CONFERENCE', 'EDITION']) })(value);
  if (wrong !== null) return wrong;
  return shape({ about: isOneOf(['EDITION']) })(value) === null ? edition(value) : conference(value);
};

const named = { id: isText, position, name: isText, isOwnRecord: isFlag };
const described: Check = (value) => {
  const wrong = shape({ about: isOneOf(['INSTITUTION', 'CONFERENCE', 'TOPIC']) })(value);
  if (wrong !== null) return wrong;
  if (shape({ about: isOneOf(['TOPIC']) })(value) === null) return shape({ ...named, broaderId: textOrNull })(value);
  if (shape({ about: isOneOf(['CONFERENCE']) })(value) === null)
    return shape({ ...named, acronym: textOrNull, aliases: texts, kind: isOneOf(conferenceKinds) })(value);
  return shape({
    ...named,
    aliases: texts,
    kind: orNull(isOneOf(institutionKinds)),
    countryCode: textOrNull,
    ror: textOrNull,
    homepage: textOrNull,
  })(value);
};

const placed = { key: isText, sourceKey: isText, pageKey: isText };

const problem = shape({
  code: isText,
  severity: isOneOf(['ERROR', 'WARNING', 'NOTE']),
  message: isText,
  suggestion: textOrNull,
  position,
  related: listOf(position),
});

const lines: Readonly<Record<GraphLine['kind'], Check>> = {
  export: shape({ isWhole: isFlag, graphVersion: isInt, nameSources: texts }),
  source: shape({ key: isText, sourceKind: isText, url: textOrNull, revision: textOrNull, importedAt: isText }),
  page: shape({
    key: isText,
    sourceKey: isText,
    path: isText,
    url: textOrNull,
    title: textOrNull,
    hash: isText,
    lookedUp: texts,
    problems: listOf(problem),
    progress: orNothing(shape({ revision: isText, recordCount: isInt })),
  }),
  description: shape({ pageKey: isText, described }),
  paper: shape({ listings: listOf(shape({ ...placed, record: sourceRecord })) }),
  'conference-listing': shape({ ...placed, record: conferenceRecord }),
  end: shape({ paperCount: isInt }),
};

/**
 * Reads one line of an export.
 * @param place - the file and the line, for the message
 * @throws InputError EXPORT_BROKEN, EXPORT_NEWER
 */
export function readGraphLine(line: string, place: Position): ReadGraphLine {
  const value = parsed(line, place);
  const wrongHead = shape({ papergraph: isInt, kind: isOneOf(Object.keys(lines)) })(value);
  if (wrongHead !== null) throw brokenExport(place, wrongHead.replace(/^[.:] */, ''));
  const { papergraph, ...said } = value as { papergraph: number } & GraphLine;
  if (papergraph > graphLineVersion) throw newerExport(place, papergraph);
  const wrong = lines[said.kind](said);
  if (wrong !== null) throw brokenExport(place, wrong.replace(/^[.:] */, ''));
  return said;
}

function parsed(line: string, place: Position): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw brokenExport(place, 'expected one JSON object on the line', cause);
  }
}

/** The error of a file that begins as an export and is none, or not the whole of one. */
export function brokenExport({ path, line }: Position, expected: string, cause?: unknown): InputError {
  return new InputError(
    'EXPORT_BROKEN',
    `${path}:${line}: ${expected}, as papergraph export writes it. Nothing was imported; export again, or take the whole file.`,
    { cause },
  );
}

function newerExport({ path, line }: Position, found: number): InputError {
  return new InputError(
    'EXPORT_NEWER',
    `${path}:${line}: expected an export in format ${graphLineVersion} or before, but found format ${found}. Update Papergraph.`,
  );
}

/** What an import of an export tells where tables of names are not there that the export was made with. */
export function missingNames(path: string, nameSources: readonly string[]): Problem {
  return {
    code: 'EXPORT_NAMES_MISSING',
    severity: 'WARNING',
    message: `the graph that was exported had tables of names that this graph has not: ${nameSources.join(', ')}; names that only they knew mean something else here`,
    suggestion: 'Import the same register or alias files; before or after makes no difference.',
    position: { path, line: 1 },
    related: [],
  };
}
