import { decodeFile, readTable, type RowProblem, type TableRow } from "../../files"
import { checkRow, type CheckRowContext } from "./check-row"
import type { FileSubscription } from "./file-subscription"
import { FORMATS, type ImportFormatName } from "./formats/import-formats"
import {
  columnOf,
  headerKey,
  IMPORT_COLUMNS,
  REQUIRED_COLUMNS,
  type ImportCells,
  type ImportColumn,
} from "./import-columns"
import type { ImportFormat, ReadCells } from "./formats/import-format"

export type ReadSubscriptions =
  { ok: true; subscriptions: FileSubscription[]; leftOut: number } | { ok: false; problems: RowProblem[] }

/** The column that a header means in a format: first its own words, then the template's. */
const meaning = (header: string, { headers }: ImportFormat): ImportColumn | null =>
  headers[headerKey(header)] ?? columnOf(header)

/** What a format reads by itself stands in no column of that name. */
const READ_BY_ITSELF: Partial<Record<ImportFormatName, readonly ImportColumn[]>> = {
  woocommerce: ["product", "quantity", "unit_price"],
}

function headerProblems(header: readonly string[], name: ImportFormatName): RowProblem[] {
  const format = FORMATS[name]
  const columns = header.map((one) => meaning(one, format))
  const problem = (reason: string): RowProblem => ({ row: 1, field: "header", reason })
  const unknown = format.isStrict ? header.filter((one, place) => one && columns[place] === null) : []
  const twice = IMPORT_COLUMNS.filter((column) => columns.filter((one) => one === column).length > 1)
  const own = READ_BY_ITSELF[name] ?? []
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column) && !own.includes(column))
  const hasCustomer = columns.includes("email") || columns.includes("customer_id")
  return [
    ...unknown.map((one) => problem(`"${one.slice(0, 50)}" is no column: take ${IMPORT_COLUMNS.join(", ")}`)),
    ...(format.isStrict ? twice : []).map((column) => problem(`${column} stands there twice`)),
    ...missing.map((column) => problem(`has no column ${column}`)),
    ...(hasCustomer ? [] : [problem("has no column email")]),
  ]
}

/** A column of the file: its header's key, and what it means. */
interface Head {
  key: string
  column: ImportColumn | null
}

function cellsOf({ cells }: TableRow, heads: readonly Head[], format: Pick<ImportFormat, "cells">): ReadCells {
  const read: ImportCells = {}
  const byHeader = new Map<string, string>()
  heads.forEach(({ key, column }, place) => {
    const cell = cells[place] ?? ""
    byHeader.set(key, cell)
    if (column && cell && read[column] === undefined) {
      read[column] = cell
    }
  })
  const further = format.cells?.((name) => byHeader.get(name) ?? "") ?? { ok: true, cells: {} }
  return further.ok ? { ok: true, cells: { ...further.cells, ...read } } : further
}

/** The subscriptions of a file that run, in whose format it is; those that have ended are left out, and counted (B62). */
export function readSubscriptions(
  bytes: Uint8Array,
  name: ImportFormatName,
  context: CheckRowContext,
): ReadSubscriptions {
  const table = readTable(decodeFile(bytes))
  if (!table.ok) {
    return table
  }
  const { header, rows } = table
  const format = FORMATS[name]
  const ofHeader = headerProblems(header, name)
  if (ofHeader.length) {
    return { ok: false, problems: ofHeader }
  }
  const problems: RowProblem[] = []
  const subscriptions: FileSubscription[] = []
  const seen = new Map<string, number>()
  const heads = header.map((one): Head => ({ key: headerKey(one), column: meaning(one, format) }))
  for (const one of rows) {
    const checked = checkTableRow(one, { heads, format, context })
    if (checked.kind === "wrong") {
      problems.push(...checked.problems)
    } else if (checked.kind === "moved") {
      const { subscription } = checked
      const before = seen.get(subscription.key)
      if (before === undefined) {
        seen.set(subscription.key, one.row)
        subscriptions.push(subscription)
      } else {
        problems.push({ row: one.row, field: "key", reason: `is that of row ${before}, too` })
      }
    }
  }
  const leftOut = rows.length - subscriptions.length
  return problems.length ? { ok: false, problems } : { ok: true, subscriptions, leftOut }
}

interface CheckedWith {
  heads: readonly Head[]
  format: ImportFormat
  context: CheckRowContext
}

function checkTableRow(one: TableRow, { heads, format, context }: CheckedWith): ReturnType<typeof checkRow> {
  const { row } = one
  if (one.cells.slice(heads.length).some(Boolean)) {
    return { kind: "wrong", problems: [{ row, field: "row", reason: "has more cells than the header" }] }
  }
  const read = cellsOf(one, heads, format)
  if (read.ok) {
    return checkRow(row, read.cells, context)
  }
  // What has ended is left out, whatever its other cells say.
  const plain = cellsOf(one, heads, {})
  const isLeftOut = plain.ok && checkRow(row, plain.cells, context).kind === "left_out"
  return isLeftOut
    ? { kind: "left_out" }
    : { kind: "wrong", problems: [{ row, field: read.column, reason: read.reason }] }
}
