import { CsvError, parse } from "csv-parse/sync"

export const DELIMITERS = [",", ";", "\t"] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A problem of a row: the header is row 1, as spreadsheets count. */
export interface RowProblem {
  row: number
  field: string
  reason: string
}

export interface TableRow {
  row: number
  cells: string[]
}

export type ReadTable = { ok: true; header: string[]; rows: TableRow[] } | { ok: false; problems: RowProblem[] }

/** The delimiter that stands most often in the header, outside of quotes; the comma where none does. */
export function detectDelimiter(text: string): Delimiter {
  const [header = ""] = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text.replace(/^\uFEFF/, "").trimStart()) ?? []
  const bare = header.replace(/"(?:[^"]|"")*"/g, "")
  const count = (delimiter: string): number => bare.split(delimiter).length
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ","
}

/** Exports put an apostrophe before what a spreadsheet would run as a formula; it is none of the value. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@\t\r\n＝＋－＠])/, "").trim()

/** The line by which spreadsheets say their delimiter; it is no row. */
const SAID = /^\uFEFF?"?sep=([,;\t])"?[,;\t]*\r?\n/i

/** A CSV file as rows of cells, its header first. Rows without any text are left out, and counted. */
export function readTable(file: string): ReadTable {
  const [line = "", said] = SAID.exec(file) ?? []
  const text = file.slice(line.length)
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: said ?? detectDelimiter(text),
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    })
    const rows = records.map((cells, place) => ({ row: place + 1, cells: cells.map(withoutGuard) }))
    const [header, ...others] = rows.filter(({ cells }) => cells.some(Boolean))
    return header
      ? { ok: true, header: header.cells, rows: others }
      : { ok: false, problems: [{ row: 1, field: "file", reason: "is empty" }] }
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error
    }
    const row = typeof error["records"] === "number" ? error["records"] + 1 : 1
    return {
      ok: false,
      problems: [{ row, field: "file", reason: "has a quote that is not closed, or stands within a value" }],
    }
  }
}
