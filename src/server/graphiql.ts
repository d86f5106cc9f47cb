import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

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

type Encoding = 'br' | 'gzip' | 'identity';

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

/**
 * GraphiQL takes the scrolling of a row of tabs that is wider than the window for a move, and glides them out from under the
 * pointer between press and release, which then is no click: so tabs stay where they are.
 */
const tabStyle = '\n.graphiql-container .graphiql-tabs > .graphiql-tab { transform: none !important; }\n';

/** What the page may load: its own server, and pictures and fonts that its style sheet holds. */
export const graphiqlPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page. It is small and names the assets, so it must not be kept; see `graphiqlPolicy`. */
export function graphiqlPage({ endpoint, tabs, title }: GraphiqlOptions): string {
  const { graphiql, style, start, editor, json, graphql } = parts();
  const options = {
    workers: { editorWorkerService: editor.path, json: json.path, graphql: graphql.path },
    // GraphiQL takes its title as HTML.
    graphiql: { endpoint, title: escaped(title), defaultTabs: tabs, shouldPersistHeaders: false },
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style.path}">
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. The API is at ${escaped(endpoint)}.</noscript>
<div id="root"></div>
<script type="application/json" id="options">${JSON.stringify(options).replaceAll('<', '\\u003c')}</script>
<script src="${graphiql.path}"></script>
<script src="${start.path}"></script>
</body>
</html>
`;
}

/** An asset in the best encoding that the browser takes, or undefined for an address that is none of ours. */
export function graphiqlAsset(path: string, acceptEncoding: string): Asset | undefined {
  const found = Object.values(parts()).find((each) => each.path === path);
  if (!found) return undefined;
  const encoding = bestEncoding(acceptEncoding);
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

let loaded: ReturnType<typeof load> | undefined;

/** Read when a page is first asked for: 9 MB, which would add 0.15 s and 50 MB to every command that serves no page. */
function parts() {
  loaded ??= load();
  return loaded;
}

function load() {
  const name = '@graphql-yoga/render-graphiql/graphiql';
  const bundle = createRequire(import.meta.url)(name) as typeof import('@graphql-yoga/render-graphiql/graphiql');
  const script = 'text/javascript; charset=utf-8';
  return {
    graphiql: part('graphiql', 'js', script, bundle.js),
    style: part('graphiql', 'css', 'text/css; charset=utf-8', `${bundle.css}${tabStyle}`),
    start: part('start', 'js', script, startScript),
    editor: part('editor-worker', 'js', script, bundle.editorWorkerService),
    json: part('json-worker', 'js', script, bundle.jsonWorker),
    graphql: part('graphql-worker', 'js', script, bundle.graphqlWorker),
  };
}

function part(name: string, ending: string, type: string, text: string): Part {
  const content = Buffer.from(text);
  const etag = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  return { path: `/graphiql/${name}.${etag}.${ending}`, type, content, etag };
}

/** Brotli before gzip; one that the browser refuses (`br;q=0`) is not taken. */
function bestEncoding(acceptEncoding: string): Encoding {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((item) => item.replaceAll(' ', ''))
    .filter((item) => !/;q=0(\.0*)?$/.test(item))
    .map((item) => item.split(';')[0]);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? 'identity';
}

const compressed = new Map<string, Buffer>();

/** Compressed once, when it is first asked for; level 5 takes a tenth of the time of the best and is 15% larger. */
function encoded({ path, content }: Part, encoding: Encoding): Buffer {
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
