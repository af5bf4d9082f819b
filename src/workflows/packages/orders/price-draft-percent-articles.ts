import type { MedusaContainer } from "@medusajs/framework/types"
import { beginDraftOrderEditWorkflow, confirmDraftOrderEditWorkflow } from "@medusajs/medusa/core-flows"
import { loadPackageSale } from "./load-package-sale"
import { planPercentArticles } from "./plan-percent-articles"
import { pricePercentArticlesWorkflow } from "./price-percent-articles"

/**
 * Prices the percent articles of a draft that was made with its items, by an edit of its own, so that its totals are
 * Medusa's. A draft without them, or with an open edit, stays as it is. Gives whether it changed something.
 */
export async function priceDraftPercentArticles(
  container: MedusaContainer,
  { order_id, actor_id }: { order_id: string; actor_id: string },
): Promise<boolean> {
  const { edit } = await loadPackageSale(container, order_id)
  if (edit || !(await planPercentArticles(container, order_id)).length) {
    return false
  }
  await beginDraftOrderEditWorkflow(container).run({ input: { order_id, created_by: actor_id } })
  await pricePercentArticlesWorkflow(container).run({ input: { order_id } })
  await confirmDraftOrderEditWorkflow(container).run({ input: { order_id, confirmed_by: actor_id } })
  return true
}
