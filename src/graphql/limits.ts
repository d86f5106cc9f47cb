/**
 * Every bound of the API, each once. `docs/limits.md` says what each protects and what a caller is told; a test compares
 * the two.
 */
export const limits = {
  /** Bytes of a request's body. */
  requestBytes: 262_144,
  /** Words and signs of a query's text. */
  tokens: 2_000,
  /** Fields and fragments that a query selects, each fragment counted wherever it is spread. */
  selections: 480,
  /** Fields below each other. Introspection is bounded by graphql-js's own rule. */
  depth: 14,
  /** Fields under another name than their own. */
  aliases: 30,
  /** Directives such as `@include`. */
  directives: 20,
  /** What a query may cost; see `queryCost`. */
  cost: 100_000,
  /** Rows of a page of a list. */
  pageSize: 100,
  /** Rows of a page where neither `first` nor `last` is given. */
  defaultPageSize: 20,
  /** `and`, `or` and `not` inside each other. */
  filterDepth: 5,
  /** Mistakes of one query that are told; the others are not looked for. */
  validationErrors: 5,
  /** Milliseconds that a request may take, where `--deadline` does not say otherwise. */
  deadlineMs: 30_000,
  /** Milliseconds after which the graph version is read from the store again. */
  versionAgeMs: 250,
  /** Bytes of answers that are kept. */
  cacheBytes: 67_108_864,
  /** Queries that are kept as read, so that they are not read again. */
  keptDocuments: 100,
  /** Letters of a query that is kept so. */
  keptDocumentLength: 16_384,
} as const;
