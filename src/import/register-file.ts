import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { type RecordText, RecordTooLong, splitterFor } from '../importers/names/json-records.ts';
import { InputError } from '../model/errors.ts';
import { fileMissing } from './name-sources.ts';

/** The hash of a file's bytes. @throws InputError FILE_MISSING, FILE_UNREADABLE, FILE_EMPTY, FILE_ZIPPED */
export async function hashOfFile(named: string, version: string): Promise<string> {
  await beginOf(named);
  const hash = createHash('sha256').update(`${version}\n`);
  await pipeline(createReadStream(named), hash);
  return hash.digest('hex');
}

/**
 * The records of a file, in its order: one JSON array, or JSON Lines; plain or gzipped, whatever its name. No more than one
 * record and a piece of the file are in memory.
 *
 * @throws InputError REGISTER_BROKEN where the file ends early or a record does not end, and those of `hashOfFile`
 */
export async function* recordsOfFile(named: string): AsyncGenerator<RecordText> {
  const begin = await beginOf(named);
  const file = createReadStream(named, { highWaterMark: 1 << 20 });
  const isGzipped = begin[0] === 0x1f && begin[1] === 0x8b;
  const decoder = new StringDecoder('utf8');
  let splitter: ReturnType<typeof splitterFor> | undefined;
  try {
    const unzipped = isGzipped ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file;
    if (isGzipped) file.on('error', (error) => unzipped.destroy(error));
    for await (const bytes of unzipped) {
      const text = decoder.write(bytes);
      if (splitter === undefined && text.trim() === '') continue;
      splitter ??= splitterFor(text);
      yield* splitter.push(text);
    }
  } catch (error) {
    throw broken(named, error);
  } finally {
    file.destroy();
  }
  const { records, defect } = splitter?.end() ?? { records: [], defect: null };
  yield* records;
  if (defect !== null)
    throw new InputError('REGISTER_BROKEN', `${named}: ${defect}. Get the file again; nothing was changed.`);
}

async function beginOf(named: string): Promise<Buffer> {
  const begin = Buffer.alloc(4);
  const { bytesRead } = await readBegin(named, begin);
  if (bytesRead === 0)
    throw new InputError('FILE_EMPTY', `${named}: expected records of organisations, but the file is empty.`);
  if (begin.toString('latin1', 0, 2) === 'PK') {
    throw new InputError(
      'FILE_ZIPPED',
      `${named}: expected JSON, plain or gzipped, but found a zip archive. Unpack it, and name the .json file in it.`,
    );
  }
  return begin;
}

async function readBegin(named: string, begin: Buffer): Promise<{ bytesRead: number }> {
  try {
    const file = await open(named);
    try {
      return await file.read(begin, 0, begin.length, 0);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw fileMissing(named, error);
    throw new InputError(
      'FILE_UNREADABLE',
      `${named}: cannot be read (${error instanceof Error ? error.message : error}).`,
      { cause: error },
    );
  }
}

function broken(named: string, error: unknown): unknown {
  if (error instanceof RecordTooLong) {
    return new InputError(
      'REGISTER_BROKEN',
      `${named}:${error.line}: ${error.message}. Get the file again; nothing was changed.`,
    );
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('Z_')) return error;
  return new InputError(
    'REGISTER_BROKEN',
    `${named}: expected a whole gzip file, but it is damaged or cut off (${code}). Get the file again; nothing was changed.`,
    { cause: error },
  );
}
