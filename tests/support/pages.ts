import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes pages into a new folder that goes with this process. */
export async function folderOf(pages: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'papergraph-test-'));
  folders.push(folder);
  await writePages(folder, pages);
  return folder;
}

export async function writePages(folder: string, pages: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(pages)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

export interface TableRow {
  readonly name: string;
  readonly venue?: string;
  readonly institutions?: string;
  readonly links?: string;
  readonly remarks?: string;
}

/** A page with one pipe table under a heading. */
export function tablePage(heading: string, rows: readonly TableRow[]): string {
  const lines = rows.map(
    ({ name, venue = '', institutions = '', links = '', remarks = '' }) =>
      `| ${name} | ${venue} | ${institutions} | ${links} | ${remarks} |`,
  );
  return `# ${heading}\n\n| Name | Conference | Institution | Links | Remarks |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}
