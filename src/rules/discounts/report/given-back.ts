import { isPositive, min, multiply, multiplyRatio, subtract, sum, type Decimal } from "../../money"
import type { DiscountSource } from "../states"

/** What a row of the report stands for. A sale counts; what came back, and what was paid back for nothing, counts less. */
export const APPLIED_KINDS = ["first_order", "renewal", "edit", "return", "refund"] as const
export type AppliedKind = (typeof APPLIED_KINDS)[number]

/** A row that counts. */
export interface ReportedRow {
  order_line_id: string
  discount_id: string | null
  source: DiscountSource
  name: string
  amount: Decimal
  line_price: Decimal
  quantity: Decimal
  kind: AppliedKind
}

/** An order as it is now. */
export interface OrderGivenBack {
  currencyCode: string
  /** Without what has come back, and before credits. */
  total: Decimal
  /** Given to the buyer after the sale for nothing: refunds beyond what was owed, and credits. */
  credited: Decimal
  lines: { id: string; unitPrice: Decimal; returned: Decimal }[]
}

/**
 * The rows to add, so that the report has what came back of an order and what was refunded beyond that. Units take their
 * share of their line's discounts along; money that was refunded for nothing lowers the revenue of the lines, in
 * proportion. What is recorded already is not added again.
 */
export function givenBack(rows: readonly ReportedRow[], order: OrderGivenBack): ReportedRow[] {
  const sold = rows.filter(({ kind }) => kind !== "return" && kind !== "refund")
  const returned = sold.flatMap((row) => returnOf(row, rows, order))
  return [...returned, ...sold.flatMap((row) => refundOf(row, [...rows, ...returned], order))]
}

const isOf = (row: ReportedRow, other: ReportedRow): boolean =>
  row.order_line_id === other.order_line_id && row.source === other.source && row.discount_id === other.discount_id

function returnOf(
  row: ReportedRow,
  rows: readonly ReportedRow[],
  { currencyCode, lines }: OrderGivenBack,
): ReportedRow[] {
  const line = lines.find(({ id }) => id === row.order_line_id)
  const before = rows.filter((one) => one.kind === "return" && isOf(one, row))
  const units = min(line?.returned ?? "0", row.quantity)
  const more = subtract(units, sum(before.map(({ quantity }) => quantity)))
  if (!line || !isPositive(more)) {
    return []
  }
  // Counted from the first unit on, so that all of them take the whole amount along.
  const amount = multiplyRatio(row.amount, { numerator: units, denominator: row.quantity }, currencyCode)
  const linePrice = multiply(line.unitPrice, more)
  const share = subtract(amount, sum(before.map((one) => one.amount)))
  return [{ ...row, kind: "return", quantity: more, amount: min(share, linePrice), line_price: linePrice }]
}

function refundOf(row: ReportedRow, rows: readonly ReportedRow[], order: OrderGivenBack): ReportedRow[] {
  const { currencyCode, total, credited } = order
  if (!isPositive(credited) || !isPositive(total)) {
    return []
  }
  const ofLine = rows.filter((one) => one.order_line_id === row.order_line_id)
  const revenue = revenueOf(row, ofLine)
  const ratio = { numerator: min(credited, total), denominator: total }
  const before = sum(ofLine.filter((one) => one.kind === "refund" && isOf(one, row)).map((one) => one.line_price))
  const more = subtract(multiplyRatio(revenue, ratio, currencyCode), before)
  return isPositive(more) ? [{ ...row, kind: "refund", quantity: "0", amount: "0", line_price: more }] : []
}

/** What is left of a row's line after all its discounts, less what came back. */
function revenueOf(row: ReportedRow, ofLine: readonly ReportedRow[]): Decimal {
  const takenIn = (of: (one: ReportedRow) => boolean) => sum(ofLine.filter(of).map(({ amount }) => amount))
  const back = ofLine.filter((one) => one.kind === "return" && isOf(one, row))
  const sold = subtract(
    row.line_price,
    takenIn(({ kind }) => kind !== "return" && kind !== "refund"),
  )
  const came = subtract(
    sum(back.map(({ line_price }) => line_price)),
    takenIn(({ kind }) => kind === "return"),
  )
  return subtract(sold, came)
}
