import type { Decimal } from "../../rules/money"
import type { InvoiceContent } from "../content/invoice-content"
import { inCurrency } from "../content/line-rows"
import type { DocumentLook } from "../document-settings"
import type { DocumentTexts } from "../texts/document-texts"
import { COLUMNS } from "./table-rows"
import { MARGIN, PALE, RIGHT, RULE, SIZE } from "./page-format"
import type { Pen, Style } from "./pen"
import type { Structure } from "./structure"

const HEAD: Style = { size: SIZE.small, bold: true }
const CARRIED: Style = { size: SIZE.small, color: PALE }
export const HEAD_HEIGHT = 17
export const CARRIED_HEIGHT = 16

/** What all that is drawn around the rows needs. */
export interface TableFrame {
  content: InvoiceContent
  look: DocumentLook
  pen: Pen
  structure: Structure
  texts: DocumentTexts
  currency: string
}

/** The names of the columns: a row of the table on its first page, decoration on the others. */
export function drawTableHead(y: number, isFirst: boolean, frame: TableFrame): void {
  const { pen, structure, texts, currency, look } = frame
  const names = {
    title: texts.description,
    quantity: texts.quantity,
    unitPrice: texts.unitPrice,
    tax: texts.tax,
    amount: texts.amount(currency.toUpperCase()),
  }
  const cells = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map(
    (name) => () => pen.line(names[name], { ...COLUMNS[name], y }, { ...HEAD, color: look.accentColor }),
  )
  if (isFirst) {
    structure.group("TR", () => cells.forEach((draw) => structure.leaf("TH", draw, { scope: "Column" })))
  } else {
    structure.artifact(() => cells.forEach((draw) => draw()))
  }
  structure.artifact(() => pen.rule(y + 14, { from: MARGIN.left, to: RIGHT, color: look.accentColor, width: 1 }))
}

/** The net sum of all rows of earlier pages, at the foot of one page and at the head of the next. */
export function drawCarried(
  y: number,
  { label, carried }: { label: string; carried: Decimal },
  frame: TableFrame,
): void {
  const { pen, structure, texts, currency } = frame
  structure.artifact(() => {
    pen.line(label, { ...COLUMNS.title, y: y + 3 }, CARRIED)
    pen.line(inCurrency(carried, currency, texts), { ...COLUMNS.amount, y: y + 3 }, CARRIED)
    pen.rule(y + CARRIED_HEIGHT, { from: MARGIN.left, to: RIGHT, color: RULE, width: 0.4 })
  })
}
