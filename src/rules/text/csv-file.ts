/** A spreadsheet runs a cell that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

function cell(value: string | number | null): string {
  const text = String(value ?? "")
  const runs = typeof value === "string" && [text, text.trimStart()].some((begin) => FORMULA.test(begin))
  const safe = runs && !isNumber(text) ? `'${text}` : text
  return /[",;\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Rows of a CSV file (RFC 4180). */
export const csvRows = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, string | number | null>[],
): string => rows.map((row) => `${columns.map((column) => cell(row[column])).join(",")}\r\n`).join("")

/** The beginning of a CSV file, in UTF-8 with a byte order mark, so that spreadsheets read names as they are. */
export const csvHead = (columns: readonly string[]): string => `\uFEFF${columns.join(",")}\r\n`
