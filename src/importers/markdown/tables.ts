import type { Element, Node } from './elements.ts';
import type { Block, Cell, Row, Table } from './tree.ts';

const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);
/** No table of a reading list is wider; a larger span is a mistake, and would only cost memory. */
const MAX_SPAN = 100;

/** What reads the content of a cell, which is blocks again. */
type ReadBlocks = (nodes: readonly Node[], line: number) => Block[];

/** A table with spans written out: a cell that spans rows or columns stands in each of them. */
export function tableOf(table: Element, readBlocks: ReadBlocks): Table {
  const rows = rowsOf(table);
  const grid = spreadSpans(rows, readBlocks);
  const headers = rows.findIndex((row) => !isHeader(row));
  const count = headers < 0 ? Math.min(1, rows.length) : headers;
  return {
    kind: 'table',
    // Of several rows the last says most: the first one names groups of columns.
    header: grid[count - 1]?.cells ?? [],
    rows: grid.slice(count),
    line: table.line,
  };
}

interface HtmlRow {
  readonly element: Element;
  readonly inHead: boolean;
}

function rowsOf(table: Element): HtmlRow[] {
  const rows: HtmlRow[] = [];
  const collect = (nodes: readonly Node[], inHead: boolean) => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      if (node.name === 'tr') rows.push({ element: node, inHead });
      else if (SECTIONS.has(node.name)) collect(node.children, node.name === 'thead');
    }
  };
  collect(table.children, false);
  return rows;
}

function isHeader({ element, inHead }: HtmlRow): boolean {
  return inHead || cellsOf(element).every(({ name }) => name === 'th');
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element => typeof child !== 'string' && (child.name === 'td' || child.name === 'th'),
  );
}

function spreadSpans(rows: readonly HtmlRow[], readBlocks: ReadBlocks): Row[] {
  /** For each column, the cell that reaches down into the next rows, and into how many. */
  const reaching: { cell: Cell; rowCount: number }[] = [];
  return rows.map(({ element }) => {
    const cells: Cell[] = [];
    const takeReaching = () => {
      let above = reaching[cells.length];
      while (above && above.rowCount > 0) {
        above.rowCount -= 1;
        cells.push(above.cell);
        above = reaching[cells.length];
      }
    };
    for (const cellElement of cellsOf(element)) {
      takeReaching();
      const cell = { blocks: readBlocks(cellElement.children, cellElement.line) };
      const rowCount = spanOf(cellElement, 'rowspan') - 1;
      for (let count = spanOf(cellElement, 'colspan'); count > 0; count -= 1) {
        reaching[cells.length] = { cell, rowCount };
        cells.push(cell);
      }
    }
    takeReaching();
    return { cells, line: element.line };
  });
}

function spanOf(cell: Element, name: string): number {
  const span = Number(cell.attributes.get(name) ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}
