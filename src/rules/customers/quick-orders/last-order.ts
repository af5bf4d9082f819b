import type { BasketChoice } from "./basket"
import type { QuickOrderItem } from "./quick-order-item"

export interface LastLine {
  variantId: string | null
  title: string
  quantity: number
  /** Of a package; none where it was sold as its recipe had it. */
  choices?: BasketChoice[]
}

/** What came with packages as lines of its own is none of these lines: it comes with them again (C24, P16). */
export function withoutAccessories(
  lines: readonly LastLine[],
  accessories: readonly { variantId: string; quantity: number }[],
): LastLine[] {
  const left = new Map<string | null, number>()
  for (const { variantId, quantity } of accessories) {
    left.set(variantId, (left.get(variantId) ?? 0) + quantity)
  }
  return lines.flatMap((line) => {
    const taken = line.choices ? 0 : Math.min(line.quantity, left.get(line.variantId) ?? 0)
    left.set(line.variantId, (left.get(line.variantId) ?? 0) - taken)
    const quantity = line.quantity - taken
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
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
      filled.set(key, { variantId, quantity: before + quantity, ...(choices?.length ? { choices } : {}) })
    } else {
      leftOut.push({ title, reason: kind === "request" ? "on_request" : "not_sold" })
    }
  }
  return { items: [...filled.values()], leftOut }
}
