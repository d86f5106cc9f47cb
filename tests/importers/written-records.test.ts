import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from '../../src/importers/index.ts';

/** What a row is about, in the words that a list's author has in mind before writing it down. */
interface Stated {
  readonly name: string;
  readonly title: string;
  readonly venue: string;
  readonly institutions: readonly string[];
  readonly remark: string;
  readonly paper: string;
  readonly code: string;
}

const capital = fc.constantFrom(...'BCDFGHJKLMNPRSTVWXZ');
const word = fc.stringMatching(/^[a-z]{3,8}$/u);
const coined = fc.tuple(capital, word).map(([first, rest]) => `${first}${rest}DB`);
const title = fc.array(word, { minLength: 5, maxLength: 9 }).map((words) => `On ${words.join(' ')}`);

const stated: fc.Arbitrary<Stated> = fc.record({
  name: coined,
  title,
  venue: fc
    .tuple(fc.constantFrom('OSDI', 'ATC', 'NeurIPS', 'EuroSys'), fc.integer({ min: 1995, max: 2025 }))
    .map((parts) => parts.join(' ')),
  institutions: fc.uniqueArray(fc.constantFrom('UMich', 'Google', 'HKUST', 'Stanford', 'ETH', 'Intel'), {
    minLength: 1,
    maxLength: 4,
  }),
  remark: fc.array(word, { minLength: 4, maxLength: 8 }).map((words) => `Keeps ${words.join(' ')}`),
  paper: fc.webUrl().map((url) => `https://example.org/p?u=${encodeURIComponent(url).replace(/[()*'!]/gu, '')}`),
  code: word.map((repository) => `https://github.com/x/${repository}`),
});

const layouts: Record<string, (rows: readonly Stated[]) => string> = {
  'HTML table': (rows) =>
    `<table><thead><tr><th>Name</th><th>Title</th><th>Conference</th><th>Institution</th><th>Links</th><th>Remarks</th></tr></thead><tbody>${rows
      .map(
        (row) =>
          `<tr><td><strong>${row.name}</strong></td><td>${row.title}</td><td>${row.venue}</td><td><ul>${row.institutions
            .map((name) => `<li>${name}</li>`)
            .join(
              '',
            )}</ul></td><td><a href="${row.paper}">Paper</a> <a href="${row.code}">Code</a></td><td>${row.remark}</td></tr>`,
      )
      .join('')}</tbody></table>`,
  'pipe table': (rows) =>
    `| Name | Title | Conference | Institution | Links | Remarks |\n| --- | --- | --- | --- | --- | --- |\n${rows
      .map(
        (row) =>
          `| **${row.name}** | ${row.title} | ${row.venue} | ${row.institutions.join(' & ')} | [Paper](${row.paper}), [Code](${row.code}) | _${row.remark}_ |`,
      )
      .join('\n')}`,
  'nested bullets': (rows) =>
    rows
      .map((row) =>
        [
          `* ${row.name}: ${row.title} (${row.venue}) \\[[Paper](${row.paper})] \\[[Code](${row.code})]`,
          `  * ${row.institutions.join(' & ')}`,
          `  * ${row.remark}`,
        ].join('\n'),
      )
      .join('\n'),
  'bullets whose title is the link, several links in one bracket': (rows) =>
    rows
      .map((row) =>
        [
          `- [${row.name}: ${row.title}](${row.paper}) (${row.venue}) \\[[Code](${row.code})]`,
          `  - ${row.institutions.join(' & ')}`,
          `  - ${row.remark}.`,
        ].join('\n'),
      )
      .join('\n'),
  'bullets with labels': (rows) =>
    rows
      .map((row) =>
        [
          `+ **${row.name}: ${row.title}**`,
          `  + 🏛️ Institutions: ${row.institutions.join(', ')}`,
          `  + 📑 Publisher: ${row.venue}`,
          `  + 📖 TLDR: ${row.remark}`,
          `  + [Paper](${row.paper}), [Code](${row.code})`,
        ].join('\n'),
      )
      .join('\n'),
  'bullets with bars': (rows) =>
    rows
      .map((row) =>
        [
          `* [${row.name}: ${row.title}](${row.paper}) | ${row.venue} | [Code](${row.code}) | ${row.institutions.join(' & ')}`,
          `  * ${row.remark}`,
        ].join('\n'),
      )
      .join('\n'),
  'numbered citations': (rows) =>
    rows
      .map((row, at) =>
        [
          `${at + 1}. Ann Lee, Bo Chen, and Cy Diaz. "${row.name}: ${row.title}." ${row.venue}. [[Paper](${row.paper})] [[Code](${row.code})]`,
          `   - ${row.institutions.join(' & ')}`,
          `   - ${row.remark}`,
        ].join('\n'),
      )
      .join('\n'),
  'a heading for each paper': (rows) =>
    rows
      .map((row) =>
        [
          `### ${row.name}: ${row.title}`,
          `**Venue:** ${row.venue}`,
          `**Institutions:** ${row.institutions.join(', ')}`,
          `**Links:** [Paper](${row.paper}) | [Code](${row.code})`,
          row.remark,
        ].join('\n\n'),
      )
      .join('\n\n'),
  'paragraphs with a list below': (rows) =>
    rows
      .map((row) =>
        [
          `**${row.name}: ${row.title}** (${row.venue}) [[Paper](${row.paper})] [[Code](${row.code})]`,
          `- ${row.institutions.join(' & ')}\n- ${row.remark}`,
        ].join('\n\n'),
      )
      .join('\n\n'),
};

test.each(Object.entries(layouts))('records written as %s read back as those records', (layout, write) => {
  fc.assert(
    fc.property(fc.array(stated, { minLength: 1, maxLength: 6 }), (rows) => {
      const { records, problems, toldApart } = readPage(`# List\n\n${write(rows)}\n`, { path: 'list.md' });
      expect(records.map(statedBy)).toEqual(rows.map((row) => asWritten(row, layout)));
      expect([...problems, ...toldApart]).toEqual([]);
    }),
  );
});

/** Tables have a column for the title alone; elsewhere the name is part of the title. */
function asWritten(row: Stated, layout: string): Stated {
  return layout.endsWith('table') ? row : { ...row, title: `${row.name}: ${row.title}` };
}

function statedBy(record: ReturnType<typeof readPage>['records'][number]): Stated {
  const url = (kind: string) => record.links.find((link) => link.kind === kind)?.url ?? '';
  return {
    name: record.shortName ?? '',
    title: record.title ?? '',
    venue: record.venue ?? '',
    institutions: record.institutions,
    remark: record.remarks.join(' / ').replace(/\.$/u, ''),
    paper: url('PAPER'),
    code: url('CODE'),
  };
}
