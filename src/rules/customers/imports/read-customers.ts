import { columnOf, CUSTOMER_COLUMNS, type CustomerColumn } from "./customer-columns"
import { decodeFile, readTable, type RowProblem, type TableRow } from "../../files"

/** A row of the file: what its cells say. A cell without text says nothing. */
export interface CustomerRow {
  row: number
  values: Partial<Record<CustomerColumn, string>>
}

export type ReadCustomers = { ok: true; rows: CustomerRow[] } | { ok: false; problems: RowProblem[] }

/** A percentage as people write it: "12,5 %". */
const percentage = (text: string): string => text.replace(/\s*%$/, "").replace(/^(-?\d+),(\d+)$/, "$1.$2")

const READ: Partial<Record<CustomerColumn, (text: string) => string>> = {
  discount_percent: percentage,
  status: (text) => text.toLowerCase(),
  temperature: (text) => text.toLowerCase().replace(/[\s-]+/g, "_"),
}

function headerProblems(header: readonly string[]): RowProblem[] {
  const columns = header.map(columnOf)
  const problem = (reason: string): RowProblem => ({ row: 1, field: "header", reason })
  const unknown = header.filter((name, place) => name && columns[place] === null)
  const twice = CUSTOMER_COLUMNS.filter((column) => columns.filter((one) => one === column).length > 1)
  return [
    ...unknown.map((name) => problem(`"${name.slice(0, 50)}" is no column: take ${CUSTOMER_COLUMNS.join(", ")}`)),
    ...twice.map((column) => problem(`${column} stands there twice`)),
    ...(columns.includes("name") ? [] : [problem("has no column name")]),
  ]
}

function readRow(columns: readonly (CustomerColumn | null)[], { row, cells }: TableRow): CustomerRow {
  const pairs = columns.flatMap((column, place) => {
    const cell = cells[place] ?? ""
    return column && cell ? [[column, READ[column]?.(cell) ?? cell]] : []
  })
  return { row, values: Object.fromEntries(pairs) as CustomerRow["values"] }
}

/** The customers of a file: comma, semicolon or tab, with or without a byte order mark, UTF-8 or Windows-1252 (C9). */
export function readCustomers(bytes: Uint8Array): ReadCustomers {
  const table = readTable(decodeFile(bytes))
  if (!table.ok) {
    return table
  }
  const { header, rows } = table
  const tooLong = rows.filter(({ cells }) => cells.slice(header.length).some(Boolean))
  const problems = [
    ...headerProblems(header),
    ...tooLong.map(({ row }) => ({ row, field: "row", reason: "has more cells than the header" })),
  ]
  const columns = header.map(columnOf)
  return problems.length ? { ok: false, problems } : { ok: true, rows: rows.map((row) => readRow(columns, row)) }
}
