import type { LineRow } from "../content/line-rows"
import type { Decimal } from "../../rules/money"
import type { Box } from "./box"
import { MARGIN, PALE, RIGHT, RULE, SIZE } from "./page-format"
import type { Pen, Style } from "./pen"
import type { Structure } from "./structure"

/** The columns of the table, from left to right. */
export const COLUMNS = {
  title: { x: MARGIN.left, width: 222, align: "left" },
  quantity: { x: 276, width: 48, align: "right" },
  unitPrice: { x: 328, width: 94, align: "right" },
  tax: { x: 426, width: 44, align: "right" },
  amount: { x: 474, width: RIGHT - 474, align: "right" },
} as const

const TEXT: Style = { size: SIZE.text }
const DETAIL: Style = { size: SIZE.small, color: PALE }
const INDENT = 12
const PADDING = 4
/** A row of more lines goes on in a further row, so that each fits on a page. */
const MOST_LINES = 45

export interface TableRow extends Box {
  total: Decimal
}

/** The rows of the table with their heights. A line that is longer than a page is made of several rows. */
export const tableRows = (rows: readonly LineRow[], pen: Pen, structure: Structure): TableRow[] =>
  rows.flatMap((row) => rowsOf(row, pen, structure))

interface Line {
  text: string
  style: Style
  indent: number
  amount?: string
}

function rowsOf(row: LineRow, pen: Pen, structure: Structure): TableRow[] {
  const lines = linesOf(row, pen)
  const first = tableRow({ row, lines: lines.slice(0, MOST_LINES), isFirst: true }, pen, structure)
  const further: TableRow[] = []
  for (let from = MOST_LINES; from < lines.length; from += MOST_LINES) {
    further.push(tableRow({ row, lines: lines.slice(from, from + MOST_LINES), isFirst: false }, pen, structure))
  }
  return [first, ...further]
}

function linesOf({ title, details, discounts, depth }: LineRow, pen: Pen): Line[] {
  const indent = Math.min(depth, 6) * INDENT
  const lines = (text: string, style: Style, inside = 0): Line[] =>
    pen
      .lines(text, COLUMNS.title.width - indent - inside, style)
      .map((line) => ({ text: line, style, indent: indent + inside }))
  return [
    ...lines(title, TEXT),
    ...details.flatMap((detail) => lines(detail, DETAIL)),
    ...discounts.flatMap(({ name, amount }) =>
      lines(name, DETAIL, INDENT).map((line, index) => (index === 0 ? { ...line, amount } : line)),
    ),
  ]
}

interface RowParts {
  row: LineRow
  lines: readonly Line[]
  isFirst: boolean
}

function tableRow({ row, lines, isFirst }: RowParts, pen: Pen, structure: Structure): TableRow {
  const heights = lines.map(({ style }) => pen.heightOf(1, style))
  const height = heights.reduce((sum, one) => sum + one, 0) + 2 * PADDING
  const drawTitle = (y: number): void => {
    let at = y + PADDING
    lines.forEach(({ text, style, indent }, index) => {
      pen.line(text, { x: COLUMNS.title.x + indent, y: at, width: COLUMNS.title.width }, style)
      at += heights[index] ?? 0
    })
  }
  const drawAmounts = (y: number): void => {
    pen.line(row.amount, { ...COLUMNS.amount, y: y + PADDING }, TEXT)
    let at = y + PADDING
    lines.forEach(({ amount, style }, index) => {
      if (amount) {
        pen.line(amount, { ...COLUMNS.amount, y: at }, style)
      }
      at += heights[index] ?? 0
    })
  }
  const draw = (y: number): void => {
    structure.group("TR", () => {
      structure.leaf("TD", () => drawTitle(y))
      if (isFirst) {
        for (const name of ["quantity", "unitPrice", "tax"] as const) {
          structure.leaf("TD", () => pen.line(row[name], { ...COLUMNS[name], y: y + PADDING }, TEXT))
        }
        structure.leaf("TD", () => drawAmounts(y))
      }
    })
    structure.artifact(() => pen.rule(y + height, { from: MARGIN.left, to: RIGHT, color: RULE, width: 0.4 }))
  }
  return { height, draw, total: isFirst ? row.total : "0" }
}
