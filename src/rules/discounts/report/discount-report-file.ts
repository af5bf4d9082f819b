import type { Decimal } from "../../money"

/** Use and revenue of one discount, or of the personal percentages, in one currency. */
export interface ReportRow {
  discount_id: string | null
  name: string
  source: string
  currency_code: string
  uses: number
  lines: number
  quantity: Decimal | number
  discount_total: Decimal
  revenue: Decimal
}

const COLUMNS = [
  "discount_id",
  "name",
  "source",
  "currency_code",
  "uses",
  "lines",
  "quantity",
  "discount_total",
  "revenue",
] as const satisfies readonly (keyof ReportRow)[]

/** A spreadsheet runs a cell that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

function cell(value: string | number | null): string {
  const text = String(value ?? "")
  const safe = typeof value === "string" && FORMULA.test(text.trimStart()) && !isNumber(text) ? `'${text}` : text
  return /[",;\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/**
 * The report as a CSV file (RFC 4180), in UTF-8 with a byte order mark, so that spreadsheets read names as they are.
 */
export function discountReportFile(rows: readonly ReportRow[]): string {
  const lines = [COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(","))]
  return `\uFEFF${lines.join("\r\n")}\r\n`
}
