import type { DiscountAnswer, DiscountFacts } from "../../../rules/discounts"
import type { OrderItem, OrderState } from "./order-state"

/**
 * The edit as touching all lines of an article where it touches one of them, or takes one away, as far as they share a
 * value that counts once for the article (D14): given anew to one line alone, it would be given twice or in part.
 */
export function withWholeArticles(
  state: OrderState,
  { facts, answer }: { facts: DiscountFacts; answer: DiscountAnswer },
): OrderState {
  const { order, items, change } = state
  if (!change) {
    return state
  }
  const left = new Set(items.map(({ id }) => id))
  const moved = [...order.items, ...items].filter(({ id }) => change.touched.has(id) || !left.has(id))
  const once = new Set(facts.discounts.filter(({ rules }) => rules.some(countsOnce)).map(({ id }) => id))
  const sharedBy = (item: OrderItem): string[] =>
    (answer.lines.find(({ id }) => id === item.id)?.discounts ?? []).flatMap(({ discountId }) =>
      discountId !== null && once.has(discountId) ? [discountId] : [],
    )
  const shared = items.filter((item) =>
    sharedBy(item).some((discountId) => moved.some((one) => isSameArticle(item, one, { facts, discountId }))),
  )
  return { ...state, change: { ...change, touched: new Set([...change.touched, ...shared.map(({ id }) => id)]) } }
}

const countsOnce = ({ mode, per }: { mode: string; per: string }): boolean => mode === "fixed" && per === "article"

/** At the level that the discount is assigned to: the variant, else the product. */
function isSameArticle(
  item: OrderItem,
  other: OrderItem,
  { facts, discountId }: { facts: DiscountFacts; discountId: string },
): boolean {
  const isOfVariant = facts.assignments.some(
    (one) => one.discountId === discountId && one.level === "variant" && one.targetId === item.variant_id,
  )
  return isOfVariant ? item.variant_id === other.variant_id : item.product_id === other.product_id
}
