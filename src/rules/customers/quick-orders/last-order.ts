import type { BasketChoice } from "./basket"
import type { QuickOrderItem } from "./quick-order-item"

export interface LastLine {
  variantId: string | null
  title: string
  quantity: number
  /** Of a package. */
  choices?: BasketChoice[]
}

/** What an order is filled in with, and what of the last one is not sold to this customer any more. */
export interface FilledOrder {
  items: { variantId: string; quantity: number; choices?: BasketChoice[] }[]
  leftOut: { title: string; reason: "not_sold" | "on_request" }[]
}

/** The last order once more, at today's prices: only what the page sells (C24). Lines of one article, a package as it was chosen, are one. */
export function fillFromLastOrder(lines: readonly LastLine[], items: readonly QuickOrderItem[]): FilledOrder {
  const sold = new Map(items.map((item) => [item.variantId, item.kind]))
  const filled = new Map<string, FilledOrder["items"][number]>()
  const leftOut: FilledOrder["leftOut"] = []
  for (const { variantId, title, quantity, choices } of lines) {
    const kind = variantId === null ? undefined : sold.get(variantId)
    if (variantId !== null && kind === "order") {
      const key = JSON.stringify([variantId, choices ?? []])
      const before = filled.get(key)?.quantity ?? 0
      filled.set(key, { variantId, quantity: before + quantity, ...(choices ? { choices } : {}) })
    } else {
      leftOut.push({ title, reason: kind === "request" ? "on_request" : "not_sold" })
    }
  }
  return { items: [...filled.values()], leftOut }
}
