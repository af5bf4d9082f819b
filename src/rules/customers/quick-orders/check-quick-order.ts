import { compareDates, isCivilDate, type CivilDate } from "../../calendar"
import { compare, isPositive, type Decimal } from "../../money"
import type { CustomerProblem } from "../problem"
import { isEmail } from "../../text"
import type { QuickOrderItem } from "./quick-order-item"

/** What a customer submits. Prices are none of it: they are the store's. */
export interface QuickOrderBody {
  items: readonly { variantId: string; quantity: string | number }[]
  email?: string | undefined
  purchaseOrderNumber?: string | undefined
  wantedOn?: string | undefined
  note?: string | undefined
}

export interface QuickOrderContext {
  /** The page's rows as they are now. */
  items: readonly QuickOrderItem[]
  /** The customer's; null: it is asked for. */
  email: string | null
  asOf: CivilDate
}

export interface QuickOrder {
  items: { variantId: string; quantity: number }[]
  email: string
  purchaseOrderNumber: string | null
  wantedOn: CivilDate | null
  note: string | null
}

export type CheckedQuickOrder = { ok: true; order: QuickOrder } | { ok: false; problems: CustomerProblem[] }

export const MOST_PIECES = 100_000
export const MOST_LINES = 500
const LONGEST = { purchaseOrderNumber: 50, note: 2_000 }

/** A whole number of pieces; null: it is none. An empty field of the form is nothing ordered. */
export function pieces(quantity: string | number): number | null {
  const text = String(quantity).trim()
  const number = text === "" ? 0 : /^\d{1,6}$/.test(text) ? Number(text) : null
  return number !== null && number <= MOST_PIECES ? number : null
}

const optional = (text: string | undefined): string | null =>
  text
    ?.replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim() || null

function readItems(
  body: QuickOrderBody,
  context: QuickOrderContext,
): { items: QuickOrder["items"]; problems: CustomerProblem[] } {
  const sold = new Map(context.items.map((item) => [item.variantId, item.kind]))
  const quantities = new Map<string, number>()
  const problems: CustomerProblem[] = []
  for (const [place, { variantId, quantity }] of body.items.entries()) {
    const count = pieces(quantity)
    const kind = sold.get(variantId)
    if (count === null) {
      problems.push({ field: `items.${place}.quantity`, reason: `must be a whole number up to ${MOST_PIECES}` })
    } else if (count > 0 && kind !== "order") {
      const reason = kind === "request" ? "is sold on request only" : "is not sold here"
      problems.push({ field: `items.${place}.variantId`, reason })
    } else if (count > 0) {
      quantities.set(variantId, (quantities.get(variantId) ?? 0) + count)
    }
  }
  return { items: [...quantities].map(([variantId, quantity]) => ({ variantId, quantity })), problems }
}

/** An order as it can be made, or why it cannot: each field by its name (C24). */
export function checkQuickOrder(body: QuickOrderBody, context: QuickOrderContext): CheckedQuickOrder {
  const { items, problems } = readItems(body, context)
  const note = optional(body.note)
  const purchaseOrderNumber = optional(body.purchaseOrderNumber)?.replace(/\s+/g, " ") ?? null
  const wantedOn = optional(body.wantedOn)
  const email = context.email ?? optional(body.email)
  const refuseIf = (isWrong: boolean, field: string, reason: string): void => {
    if (isWrong) {
      problems.push({ field, reason })
    }
  }
  refuseIf(!items.length && !problems.length, "items", "must have at least one piece")
  refuseIf(items.length > MOST_LINES, "items", `takes at most ${MOST_LINES} articles`)
  refuseIf(email === null, "email", "is required")
  refuseIf(email !== null && !isEmail(email), "email", "must be an e-mail address")
  refuseIf([...(note ?? "")].length > LONGEST.note, "note", `takes at most ${LONGEST.note} signs`)
  refuseIf(
    [...(purchaseOrderNumber ?? "")].length > LONGEST.purchaseOrderNumber,
    "purchaseOrderNumber",
    `takes at most ${LONGEST.purchaseOrderNumber} signs`,
  )
  if (wantedOn !== null) {
    refuseIf(!isCivilDate(wantedOn), "wantedOn", "must be a date such as 2026-03-31")
    refuseIf(isCivilDate(wantedOn) && compareDates(wantedOn, context.asOf) < 0, "wantedOn", "must not be in the past")
  }
  return problems.length || email === null
    ? { ok: false, problems }
    : { ok: true, order: { items, email, purchaseOrderNumber, wantedOn, note } }
}

/** Why an order is too small; null: it is not. `total` is what the goods come to after discounts (C24). */
export const minimumProblem = (total: Decimal, minimum: Decimal | null): CustomerProblem | null =>
  minimum !== null && isPositive(minimum) && compare(total, minimum) < 0
    ? { field: "items", reason: `must come to at least ${minimum}` }
    : null
