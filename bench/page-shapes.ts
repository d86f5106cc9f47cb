/** Pages of one shape and any size, for the benchmarks that ask how time grows with the page. */
export const shapes: Record<string, (size: number) => string> = {
  bullets: (size) =>
    repeatTo(size, (row) =>
      [
        `* Paper${row}: A Title of Some Words (OSDI 2023) \\[[Paper](https://example.org/${row})] \\[[Code](https://example.org/c/${row})]\n`,
        `  * University of Somewhere & Acme\n  * A remark with _emphasis_ and **weight**.\n`,
      ].join(''),
    ),
  'pipe table': (size) =>
    `# T\n\n| Name | Conference | Institution | Links |\n| --- | --- | --- | --- |\n${repeatTo(
      size,
      (row) =>
        `| **P${row}** | OSDI 2023 | <ul><li>Acme</li><li>NBU</li></ul> | [Paper](https://example.org/${row}) |\n`,
    )}`,
  'html table': (size) =>
    `# T\n\n<table><thead><tr><th>Name</th><th>Conference</th><th>Institution</th></tr></thead><tbody>${repeatTo(
      size,
      (row) =>
        `<tr><td><strong>P${row}</strong></td><td>OSDI 2023</td><td><ul><li>Acme</li><li>NBU</li></ul></td></tr>`,
    )}</tbody></table>\n`,
  nesting: (size) =>
    repeatTo(size, () =>
      Array.from({ length: 90 }, (_, depth) => `${'  '.repeat(depth)}* deeper and deeper\n`).join(''),
    ),
  'numbered list': (size) =>
    repeatTo(size, (row) => `${row + 1}. A. Author and B. Writer, "A Title of Some Words", OSDI 2023.\n`),
  headings: (size) =>
    repeatTo(size, (row) => `## Paper${row}: A Title of Some Words\n\n- Authors: A. Author\n- Venue: OSDI 2023\n\n`),
  'one row': (size) =>
    `| Name | Conference | Institution | Remarks |\n| --- | --- | --- | --- |\n| **P** | OSDI 2023 | ${repeatTo(size / 2, (row) => `Acme ${row} & `)} | ${repeatTo(size / 2, (row) => `remark ${row}, `)} |\n`,
  'one bullet': (size) =>
    `* Paper: A Title (OSDI 2023)\n  * Acme, ${repeatTo(size / 2, (row) => `Institute ${row}, `)}\n  * ${repeatTo(size / 2, (row) => `words of a remark (${row}), `)}\n`,
  'plain line': (size) => repeatTo(size, (row) => `word${row} `),
  'open brackets': (size) => repeatTo(size, () => '[('),
  'one line': (size) => repeatTo(size, (row) => `[Link ${row}](https://example.org/${row}) and *words* `),
};

function repeatTo(size: number, part: (row: number) => string): string {
  const parts: string[] = [];
  for (let length = 0, row = 0; length < size; row += 1) {
    const next = part(row);
    parts.push(next);
    length += next.length;
  }
  return parts.join('');
}
