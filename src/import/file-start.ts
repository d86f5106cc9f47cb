import { open } from 'node:fs/promises';
import { startLength } from '../importers/index.ts';

/** The beginning of a file, which tells what it holds; "" where it is empty. Rejects where the file cannot be opened. */
export async function startOfFile(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(startLength), 0, startLength, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
