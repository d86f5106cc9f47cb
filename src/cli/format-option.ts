import { type FormatName, formatNames } from '../importers/index.ts';
import { UsageError } from '../model/errors.ts';

export const formatHelp = `how files are read (${formatNames.join(', ')}), where neither their endings nor what is in them tell`;

/**
 * A format as the caller named it, null where none is.
 * @param option - what the option is called, for the message
 * @throws UsageError UNKNOWN_FORMAT, with the formats that there are
 */
export function requireFormat(named: string | undefined, option: string): FormatName | null {
  if (named === undefined) return null;
  const format = formatNames.find((name) => name === named.toLowerCase());
  if (format) return format;
  throw new UsageError(
    'UNKNOWN_FORMAT',
    `${option} ${named}: expected one of ${formatNames.join(', ')}. Without ${option}, what is in a file tells its format.`,
  );
}
