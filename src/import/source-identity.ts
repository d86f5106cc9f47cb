import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';

/** Which source a folder is, wherever it is checked out. */
export interface SourceIdentity {
  readonly key: string;
  /** The web address of the folder's repository, or null. Never with a login in it. */
  readonly url: string | null;
  /** The git commit that is checked out, or null. */
  readonly revision: string | null;
  /** The folder's path in its repository, "" at the root. */
  readonly inside: string;
}

const run = promisify(execFile);

/** The git remote and the folder's path in it, else the folder's name. Two checkouts of one list are one source. */
export async function identifySource(folder: string): Promise<SourceIdentity> {
  const url = webAddress(await git(folder, 'config', '--get', 'remote.origin.url'));
  const revision = await git(folder, 'rev-parse', 'HEAD');
  if (url === null) return { key: basename(folder) || 'list', url: null, revision, inside: '' };
  const inside = (await git(folder, 'rev-parse', '--show-prefix'))?.replace(/\/$/, '') ?? '';
  return { key: keyOfPlace(url, inside), url, revision, inside };
}

/** The key of a folder of a repository that has a web address. */
export function keyOfPlace(url: string, inside: string): string {
  const name = url.replace(/^https?:\/\//, '');
  return inside === '' ? name : `${name}/${inside}`;
}

/** The address of a page at a git host, or null where the source has none. */
export function pageAddress({ url, revision, inside }: SourceIdentity, path: string): string | null {
  if (url === null || revision === null || !/^https:\/\/(github|gitlab)\.com\//.test(url)) return null;
  const whole = inside === '' ? path : `${inside}/${path}`;
  return `${url}/blob/${revision}/${whole.split('/').map(encodeURIComponent).join('/')}`;
}

async function git(folder: string, ...args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...args], { timeout: 5_000 });
    return stdout.trim() || null;
  } catch {
    // No git, no repository or no remote: the folder's name serves.
    return null;
  }
}

/** `git@github.com:a/b.git` and `https://user:secret@github.com/a/b.git` -> `https://github.com/a/b`. */
function webAddress(remote: string | null): string | null {
  const match = /^(?:https?:\/\/|ssh:\/\/|git:\/\/)?(?:[^@/]*@)?([\w.-]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/.exec(
    remote ?? '',
  );
  return match?.[1]?.includes('.') ? `https://${match[1]}/${match[2]}` : null;
}
