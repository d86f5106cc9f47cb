import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { type FormatName, formatOf, isBibliography, MAX_BIBLIOGRAPHY_BYTES } from '../importers/index.ts';
import { InputError } from '../model/errors.ts';
import { startOfFile } from './file-start.ts';

/** Nothing that a person keeps as a list comes near this; larger files are refused before they are read. */
const maxBytes = 5_000_000;

/**
 * A page's text, as `readTextFile` gives it; a bibliography may have up to 50 MB.
 * @param format - how it is read; where it is left out, what is in it tells
 * @throws InputError those of `readTextFile`
 */
export async function readPageFile(file: string, format?: FormatName): Promise<string> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= maxBytes) return readTextFile(file);
  const name = format ?? formatOf(file, await startOfFile(file).catch(() => ''));
  return readTextFile(file, isBibliography(name) ? MAX_BIBLIOGRAPHY_BYTES : maxBytes);
}

/**
 * A text file's content, without byte order mark.
 * @throws InputError FILE_MISSING, FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE, FILE_BINARY, FILE_NOT_UTF8, each naming the file
 */
export async function readTextFile(file: string, most = maxBytes): Promise<string> {
  const bytes = await readBytes(file, most);
  if (bytes.length === 0) throw new InputError('FILE_EMPTY', `${file}: expected a page, but the file is empty.`);
  if (bytes.includes(0)) {
    throw new InputError(
      'FILE_BINARY',
      `${file}: expected a page, but found a binary file (a zero byte at ${bytes.indexOf(0)}).`,
    );
  }
  if (!isUtf8(bytes)) {
    throw new InputError(
      'FILE_NOT_UTF8',
      `${file}: expected text in UTF-8, but line ${badLine(bytes)} is not. Save the file as UTF-8 and import it again.`,
    );
  }
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

async function readBytes(file: string, most: number): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > most) {
      throw new InputError(
        'FILE_TOO_LARGE',
        `${file}: expected a page of at most ${most / 1e6} MB, but found ${(size / 1e6).toFixed(1)} MB. Split the page.`,
      );
    }
    return await readFile(file);
  } catch (error) {
    throw explained(file, error);
  }
}

function explained(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error instanceof InputError) return error;
  if (error.code === 'ENOENT') {
    return new InputError('FILE_MISSING', `${file}: expected a file or folder, but there is none of that name.`, {
      cause: error,
    });
  }
  return new InputError('FILE_UNREADABLE', `${file}: cannot be read (${error.message}).`, { cause: error });
}

/** The first line, from 1, that is no UTF-8. */
function badLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    if (!isUtf8(bytes.subarray(start, end === -1 ? bytes.length : end))) return line;
    if (end === -1) break;
    start = end + 1;
    line += 1;
  }
  return line;
}
