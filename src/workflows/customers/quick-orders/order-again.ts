import type { MedusaContainer } from "@medusajs/framework/types"
import type { CustomerProblem, FilledOrder } from "../../../rules/customers"
import { changeBasketOf } from "./basket"
import { fillLastOrder } from "./fill-last-order"
import type { QuickOrderContext } from "./quick-order-context"

export type OrderedAgain =
  | { kind: "filled"; leftOut: FilledOrder["leftOut"] }
  | { kind: "nothing_before" }
  /** Another window is placing the order. */
  | { kind: "busy" }

/** Which of the items a problem is about; null: about none of them. */
const placeOf = ({ field }: CustomerProblem): number | null => {
  const [, place] = /^items\.(\d+)\./.exec(field) ?? []
  return place === undefined ? null : Number(place)
}

/** Puts the last order into the basket once more. What is not sold so any more is left out, and named. */
export async function orderAgain(container: MedusaContainer, context: QuickOrderContext): Promise<OrderedAgain> {
  const last = await fillLastOrder(container, context)
  if (!last) {
    return { kind: "nothing_before" }
  }
  const { items, leftOut } = last.filled
  const problems = await changeBasketOf(container, context, { wanted: items, adds: false })
  if (!problems.length) {
    return { kind: "filled", leftOut }
  }
  const places = new Set(problems.map(placeOf))
  const wanted = items.filter((_item, place) => !places.has(place))
  if (places.has(null) || (await changeBasketOf(container, context, { wanted, adds: false })).length) {
    return { kind: "busy" }
  }
  const gone = items.filter((_item, place) => places.has(place))
  const titled = gone.map(({ variantId }) => last.shown.get(variantId)?.productTitle ?? "")
  return { kind: "filled", leftOut: [...leftOut, ...titled.map((title) => ({ title, reason: "not_sold" as const }))] }
}
