import type { QuickOrderItem } from "./quick-order-item"

export interface LastLine {
  variantId: string | null
  title: string
  quantity: number
}

/** What an order is filled in with, and what of the last one is not sold to this customer any more. */
export interface FilledOrder {
  items: { variantId: string; quantity: number }[]
  leftOut: { title: string; reason: "not_sold" | "on_request" }[]
}

/** The last order once more, at today's prices: only what the page sells (C24). Lines of one article are one. */
export function fillFromLastOrder(lines: readonly LastLine[], items: readonly QuickOrderItem[]): FilledOrder {
  const sold = new Map(items.map((item) => [item.variantId, item.kind]))
  const quantities = new Map<string, number>()
  const leftOut: FilledOrder["leftOut"] = []
  for (const { variantId, title, quantity } of lines) {
    const kind = variantId === null ? undefined : sold.get(variantId)
    if (variantId !== null && kind === "order") {
      quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity)
    } else {
      leftOut.push({ title, reason: kind === "request" ? "on_request" : "not_sold" })
    }
  }
  return { items: [...quantities].map(([variantId, quantity]) => ({ variantId, quantity })), leftOut }
}
