import { coerceInputValue, isInputType } from 'graphql';
import { UsageError } from '../model/errors.ts';
import type { PaperFilter } from '../store/filters/filters.ts';
import { checkPaperFilter } from './check-filter.ts';
import { schema } from './schema.ts';

/**
 * A filter over papers written as JSON, checked as the API checks its argument.
 * @throws UsageError BAD_FILTER; InputError FILTER_TOO_DEEP, EMPTY_SEARCH
 */
export function parsePaperFilter(json: string): PaperFilter {
  const type = schema.getType('PaperFilter');
  if (!isInputType(type)) throw new Error('The schema has no input type PaperFilter.');
  const filter = coerceInputValue(parsed(json), type, (path, _, { message }) => {
    throw badFilter(`${path.join('.')}${path.length > 0 ? ': ' : ''}${message}`);
  });
  // The coercion has checked it against its input type.
  const checked = filter as PaperFilter;
  checkPaperFilter(checked, 'filter');
  return checked;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw badFilter(error instanceof Error ? error.message : String(error));
  }
}

function badFilter(found: string): UsageError {
  return new UsageError(
    'BAD_FILTER',
    `--filter: expected a PaperFilter of the API as JSON, such as '{"year": {"min": 2020}}', but found: ${found}`,
  );
}
