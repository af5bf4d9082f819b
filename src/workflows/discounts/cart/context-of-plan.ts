import { isArticle, shareOf, sumLinesOf, takenOf, type CartPlan, type PlannedLine } from "../../../rules/cart"
import type { DiscountItem, EvaluationContext } from "./evaluation-context"

/**
 * The evaluation context of a plan before discounts: a cart's, a draft's or an edit's. `seller` has region, channel and
 * customer.
 */
export const contextOfPlan = (
  { lines }: CartPlan,
  { id, currency_code, region_id, sales_channel_id, email, customer_id, customer, isLoggedIn }: EvaluationContext,
): EvaluationContext => ({
  id,
  currency_code,
  region_id,
  sales_channel_id,
  email,
  customer_id,
  customer,
  isLoggedIn,
  items: itemsOf(lines),
})

function itemsOf(lines: PlannedLine[]): DiscountItem[] {
  const bundleOf = sumLinesOf(lines)
  const bundles = new Set(bundleOf.values())
  return lines.map((planned) => ({
    ...itemOf(planned),
    ...(bundles.has(planned.line.id) ? { is_bundle: true } : {}),
    bundle_id: bundleOf.get(planned.line.id) ?? null,
  }))
}

function itemOf(planned: PlannedLine): DiscountItem {
  const { line } = planned
  return {
    id: line.id,
    title: line.title,
    variant_id: line.variantId ?? shareOf(planned.identity?.payload)?.variant_id ?? null,
    product_id: line.productId,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    compare_at_unit_price: line.compareAtPrice,
    is_custom_price: line.isCustomPrice,
    is_tax_inclusive: line.isTaxInclusive,
    is_discountable: line.isDiscountable,
    product: line.place
      ? { collection_id: line.place.collectionId, categories: line.place.categoryIds.map((id) => ({ id })) }
      : undefined,
    tax_lines: [{ rate: line.taxRate }],
    taken: takenOf(planned),
    is_dependent: !isArticle(planned),
  }
}
