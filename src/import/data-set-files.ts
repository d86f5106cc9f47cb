import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { type DataSetFormatName, dataSetFormatOf } from '../importers/index.ts';
import { InputError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';

/** The files of a data set: one file, or a folder of parts. */
export interface DataSetFiles {
  /** The folder that paths are relative to. */
  readonly root: string;
  readonly paths: readonly string[];
  readonly isWhole: boolean;
  /** The format that the caller named; null where each file tells its own. */
  readonly format: DataSetFormatName | null;
  /** Parts that a manifest names and that are not there. */
  readonly problems: readonly Problem[];
}

/** Parts of a data set end like this, whatever the folder. */
const partEnding = /\.(?:jsonl|ndjson|json|xml|gz|zst)$/i;

/**
 * The files of a data set where a file or folder is one, by what is in it; null where it is none. A folder with Markdown pages is
 * a list, where they are more than a word about the folder (README, LICENSE).
 */
export async function findDataSet(
  named: string,
  format: DataSetFormatName | null = null,
): Promise<DataSetFiles | null> {
  const path = resolve(named);
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isDirectory()) {
    const isOne = (format ?? dataSetFormatOf(await beginOf(path))) !== null;
    return isOne ? { root: dirname(path), paths: [basename(path)], isWhole: false, format, problems: [] } : null;
  }
  const walk: Walk = { root: path, parts: [], manifests: [], isList: false, visited: new Set() };
  await walkFolder(path, walk);
  if (walk.isList || walk.parts.length === 0) return null;
  const paths: string[] = [];
  let isOne = false;
  for (const part of [...walk.parts].sort()) {
    const start = await beginOf(join(path, part));
    const isPart = (format ?? dataSetFormatOf(start)) !== null;
    isOne ||= isPart;
    // A packed file that cannot be opened is told when it is read.
    if (isPart || (start === '' && /\.(?:gz|zst)$/i.test(part))) paths.push(part);
  }
  if (!isOne) return null;
  return { root: path, paths, isWhole: true, format, problems: await missingParts(walk, new Set(paths)) };
}

interface Walk {
  readonly root: string;
  readonly parts: string[];
  readonly manifests: string[];
  readonly visited: Set<string>;
  isList: boolean;
}

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  const real = await realpath(folder).catch(() => null);
  if (real === null || walk.visited.has(real)) return;
  walk.visited.add(real);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (walk.isList) return;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
    if (kind?.isDirectory() && entry.name !== 'merged_ids' && !entry.name.startsWith('.')) await walkFolder(path, walk);
    else if (!kind?.isFile()) continue;
    else if (/\.(?:md|markdown)$/i.test(entry.name)) walk.isList ||= !aboutFolder.test(entry.name);
    else if (entry.name === 'manifest') walk.manifests.push(pathIn(walk.root, path));
    else if (partEnding.test(entry.name)) walk.parts.push(pathIn(walk.root, path));
  }
}

function pathIn(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** A snapshot's manifest names every part; one that was not copied would be missed by nobody. */
async function missingParts({ root, manifests }: Walk, paths: ReadonlySet<string>): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const manifest of manifests) {
    const missing = partsNamedIn(await readFile(join(root, manifest), 'utf8')).filter(
      (part) => ![...paths].some((path) => path.endsWith(part)),
    );
    if (missing.length === 0) continue;
    problems.push({
      code: 'MANIFEST_PART_MISSING',
      severity: 'WARNING',
      message: `the manifest names ${missing.length} parts that are not there, the first of them ${missing[0]}`,
      suggestion: 'Copy the whole folder again; what is there was taken in.',
      position: { path: manifest, line: 1 },
      related: [],
    });
  }
  return problems;
}

/** "s3://openalex/data/works/updated_date=2024-01-01/part_000.gz" -> "updated_date=2024-01-01/part_000.gz" */
function partsNamedIn(manifest: string): readonly string[] {
  return [...manifest.matchAll(/"url"\s*:\s*"[^"]*?\/([^"/]+\/[^"/]+)"/g)].map((match) => match[1] ?? '');
}

/** Pages that say what a folder holds, and that are no list. */
const aboutFolder = /^(?:readme|licen[cs]e|notice|copying|changelog|contributing|citation)\b/i;

const startBytes = 64 * 1024;

/** The text that a file begins with, unpacked; "" where it cannot be read. */
async function beginOf(file: string): Promise<string> {
  let text = '';
  try {
    for await (const piece of textOf(file)) {
      text += piece;
      if (text.length >= startBytes) break;
    }
  } catch {
    // What is wrong with the file is told when it is read.
  }
  return text.slice(0, startBytes);
}

/**
 * The text of a file piece by piece: plain, gzip or zstd, by its first bytes. What is no UTF-8 becomes the sign for unknown
 * characters. No more than a piece is in memory.
 * @param onRead - is told how many bytes of the file were read so far, before each piece
 * @throws InputError DATA_SET_BROKEN, with how many bytes of the file were read, where a packed file is damaged or cut off
 */
export async function* textOf(file: string, onRead: (byteCount: number) => void = () => {}): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  for await (const bytes of bytesOf(file, onRead)) yield decoder.decode(bytes, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function* bytesOf(file: string, onRead: (byteCount: number) => void): AsyncGenerator<Uint8Array> {
  const magic = await magicOf(file);
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  const told = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const bytes of pieces) {
      onRead(source.bytesRead);
      yield bytes;
    }
  };
  try {
    if (magic[0] === 0x1f && magic[1] === 0x8b) {
      const unzipped = source.pipe(createGunzip({ chunkSize: 1 << 18 }));
      source.on('error', (error) => unzipped.destroy(error));
      yield* told(unzipped);
    } else if (magic.readUInt32LE(0) === zstdMagic) yield* told(unzstd(source));
    else yield* told(source);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw broken(file, source.bytesRead, error);
  } finally {
    source.destroy();
  }
}

const zstdMagic = 0xfd2fb528;

async function* unzstd(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let isEnded = false;
  const decompress = new Decompress((bytes, isLast) => {
    ready.push(bytes);
    isEnded = isLast ?? false;
  });
  for await (const bytes of source) {
    decompress.push(bytes);
    while (ready.length > 0) yield ready.shift() ?? new Uint8Array();
  }
  decompress.push(new Uint8Array(), true);
  yield* ready;
  if (!isEnded) throw new Error('it ends early');
}

async function magicOf(file: string): Promise<Buffer> {
  const magic = Buffer.alloc(4);
  const handle = await open(file);
  try {
    await handle.read(magic, 0, 4, 0);
    return magic;
  } finally {
    await handle.close();
  }
}

function broken(file: string, byteCount: number, error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  return new InputError(
    'DATA_SET_BROKEN',
    `${file}: expected a whole file, but after ${byteCount} bytes of it: ${reason}. Get the file again; what was read of it before is in the graph.`,
    { cause: error },
  );
}

/** The hash of a file's bytes and of the rules by which it is read. */
export async function hashOfDataFile(file: string, rules: string): Promise<string> {
  const hash = createHash('sha256').update(`${rules}\n`);
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
