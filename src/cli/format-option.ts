import { type DataSetFormatName, dataSetFormatNames, type FormatName, formatNames } from '../importers/index.ts';
import { UsageError } from '../model/errors.ts';

export const formatHelp = helpOf(formatNames);

/** The same where data sets are taken too. */
export const importFormatHelp = helpOf([...formatNames, ...dataSetFormatNames]);

function helpOf(names: readonly string[]): string {
  return `how files are read (${names.join(', ')}), where neither their endings nor what is in them tell`;
}

/**
 * A format of pages as the caller named it, null where none is.
 * @param option - what the option is called, for the message
 * @throws UsageError UNKNOWN_FORMAT, with the formats that there are
 */
export function requireFormat(named: string | undefined, option: string): FormatName | null {
  return requireOneOf(formatNames, named, option);
}

/** The same where data sets are taken too. */
export function requireImportFormat(named: string | undefined, option: string): FormatName | DataSetFormatName | null {
  return requireOneOf<FormatName | DataSetFormatName>([...formatNames, ...dataSetFormatNames], named, option);
}

function requireOneOf<F extends string>(names: readonly F[], named: string | undefined, option: string): F | null {
  if (named === undefined) return null;
  const format = names.find((name) => name === named.toLowerCase());
  if (format) return format;
  throw new UsageError(
    'UNKNOWN_FORMAT',
    `${option} ${named}: expected one of ${names.join(', ')}. Without ${option}, what is in a file tells its format.`,
  );
}
