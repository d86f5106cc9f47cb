import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as bundle from '@graphql-yoga/render-graphiql/graphiql';

/**
 * GraphiQL with all its parts from this server: a small page, and assets under addresses that carry a hash of their
 * content, so that a browser keeps them for good. Nothing is asked of any other host, and the content security policy
 * would not let it be.
 */
export interface GraphiqlOptions {
  /** Where queries are sent. */
  readonly endpoint: string;
  /** Queries that the page opens on, one a tab. */
  readonly tabs: readonly { readonly query: string }[];
  readonly title: string;
}

export interface Asset {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

interface Part {
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
  readonly etag: string;
}

/** Starts GraphiQL with the options that the page carries as data: no script stands in the page itself. */
const startScript = `
const options = JSON.parse(document.getElementById('options').textContent);
const workers = options.workers;
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => workers[label] };
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), options.graphiql);
`;

const script = 'text/javascript; charset=utf-8';
const parts = {
  graphiql: part('graphiql', 'js', script, bundle.js),
  style: part('graphiql', 'css', 'text/css; charset=utf-8', bundle.css),
  start: part('start', 'js', script, startScript),
  editor: part('editor-worker', 'js', script, bundle.editorWorkerService),
  json: part('json-worker', 'js', script, bundle.jsonWorker),
  graphql: part('graphql-worker', 'js', script, bundle.graphqlWorker),
};
const byPath = new Map(Object.values(parts).map((each) => [each.path, each]));

/** What the page may load: its own server, and pictures and fonts that its style sheet holds. */
export const graphiqlPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page. It is small and names the assets, so it must not be kept; see `graphiqlPolicy`. */
export function graphiqlPage({ endpoint, tabs, title }: GraphiqlOptions): string {
  const options = {
    workers: { editorWorkerService: parts.editor.path, json: parts.json.path, graphql: parts.graphql.path },
    graphiql: { endpoint, title, defaultTabs: tabs, shouldPersistHeaders: false },
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${parts.style.path}">
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. The API is at ${escaped(endpoint)}.</noscript>
<div id="root"></div>
<script type="application/json" id="options">${JSON.stringify(options).replaceAll('<', '\\u003c')}</script>
<script src="${parts.graphiql.path}"></script>
<script src="${parts.start.path}"></script>
</body>
</html>
`;
}

/** An asset in the best encoding that the browser takes, or undefined for an address that is none of ours. */
export function graphiqlAsset(path: string, acceptEncoding: string): Asset | undefined {
  const found = byPath.get(path);
  if (!found) return undefined;
  const encoding = /\bbr\b/.test(acceptEncoding) ? 'br' : /\bgzip\b/.test(acceptEncoding) ? 'gzip' : 'identity';
  return {
    body: encoded(found, encoding),
    headers: {
      'content-type': found.type,
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${found.etag}-${encoding}"`,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  };
}

function part(name: string, ending: string, type: string, text: string): Part {
  const content = Buffer.from(text);
  const etag = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  return { path: `/graphiql/${name}.${etag}.${ending}`, type, content, etag };
}

const compressed = new Map<string, Buffer>();

/** Compressed once, when it is first asked for; level 5 takes a tenth of the time of the best and is 15% larger. */
function encoded({ path, content }: Part, encoding: 'br' | 'gzip' | 'identity'): Buffer {
  if (encoding === 'identity') return content;
  const key = `${path} ${encoding}`;
  const known = compressed.get(key);
  if (known) return known;
  const quality = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  };
  const body = encoding === 'br' ? brotliCompressSync(content, quality) : gzipSync(content);
  compressed.set(key, body);
  return body;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
