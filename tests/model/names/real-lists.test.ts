import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConference, readVenue, seriesNamed } from '../../../src/model/names/conference-names.ts';
import { findInstitution, isPlaceholder, splitInstitutions } from '../../../src/model/names/institution-names.ts';
import { sharedPath } from '../../support/shared.ts';

const lists = sharedPath('data', 'reading-list');

describe.skipIf(lists === null)('every name in the real lists is known', () => {
  test('institutions of tables and of bullets', () => {
    const stated = [...cellsUnder(/^institution/i), ...institutionLines()];
    const names = stated.flatMap(splitInstitutions).filter((name) => !isPlaceholder(name));
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => !findInstitution(name))).toEqual([]);
  });

  test('conferences of tables', () => {
    const venues = cellsUnder(/^(?:conference|conf\/journal|journal|container)$/i).filter((venue) =>
      /\d{4}/.test(venue),
    );
    expect(venues.length).toBeGreaterThan(100);
    const unknown = venues.filter((venue) => readVenue(venue).series.every(({ acronym }) => !findConference(acronym)));
    expect(unknown).toEqual([]);
  });
});

const dataSet = sharedPath('data', 'conferences', 'conference');

describe.skipIf(dataSet === null)('the real data set of conferences', () => {
  test('names series that are all known, each another', () => {
    const stated = readdirSync(dataSet ?? '', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yml'))
      .map((path) => readFileSync(join(dataSet ?? '', path), 'utf8'))
      .flatMap((text) => [...text.matchAll(/^- title: (.+)\n {2}description: (.+)$/gm)]);
    const series = stated.map(([, title = '', name = '']) => seriesNamed(unquoted(title), unquoted(name)));
    expect(series.filter((each) => each?.facts === null)).toEqual([]);
    expect(new Set(series.map((each) => each?.key)).size).toBe(353);
  });
});

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replaceAll("''", "'");
}

function pages(): readonly (readonly string[])[] {
  if (lists === null) return [];
  return readdirSync(lists, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && path.includes('rev-'))
    .map((path) => readFileSync(join(lists, path), 'utf8').split('\n'));
}

/** The items of every cell below a heading of that name, in pipe tables and in HTML tables on one line. */
function cellsUnder(heading: RegExp): readonly string[] {
  return pages().flatMap((lines) => {
    let headings: readonly string[] = [];
    return lines.flatMap((line, index) => {
      if (line.startsWith('<table')) return rowsOf(line).flatMap((row, _, [head = []]) => picked(head, row, heading));
      if (!line.startsWith('|')) return [];
      const cells = line.split('|').slice(1, -1);
      if (/^\|[\s:|-]+\|$/.test(lines[index + 1] ?? '')) headings = cells.map(textOf);
      return picked(headings, cells, heading);
    });
  });
}

function rowsOf(table: string): readonly (readonly string[])[] {
  return table.split('<tr>').map((row) => [...row.matchAll(/<t[hd][ >].*?<\/t[hd]>/g)].map(([cell]) => cell));
}

function picked(headings: readonly string[], row: readonly string[], heading: RegExp): readonly string[] {
  const cell = row[headings.map(textOf).findIndex((text) => heading.test(text))] ?? '';
  const items = cell.includes('<li>') ? cell.split('</li>') : [cell];
  return items.map(textOf).filter((text) => text !== '' && !heading.test(text) && !/^[:-]+$/.test(text));
}

function textOf(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}

/** First lines below a paper's bullet that hold nothing but names joined by " & ", at least one of them known. */
function institutionLines(): readonly string[] {
  return pages()
    .flatMap((lines) => lines.filter((_, index) => /^\* .*\\\[\[/.test(lines[index - 1] ?? '')))
    .map((line) => line.replace(/^ +\* /, ''))
    .filter((line) => splitInstitutions(line).some((name) => findInstitution(name)));
}
