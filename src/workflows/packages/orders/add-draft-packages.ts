import type { MedusaContainer } from "@medusajs/framework/types"
import { beginDraftOrderEditWorkflow, confirmDraftOrderEditWorkflow } from "@medusajs/medusa/core-flows"
import { loadRecipeBook } from "../catalog/load-recipe-book"
import { changePackagesOfOrderWorkflow } from "./change-packages-of-order"
import { loadPackageSale } from "./load-package-sale"

export interface NewDraft {
  order_id: string
  actor_id: string
  now: string
}

/**
 * Gives the packages of a draft that was made with its items their contents, as they are by default, by an edit of its
 * own, so that its totals are Medusa's. A draft without packages, or with an open edit, stays as it is.
 */
export async function addDraftPackages(
  container: MedusaContainer,
  { order_id, actor_id, now }: NewDraft,
): Promise<void> {
  const { order, edit, lines } = await loadPackageSale(container, order_id)
  const fresh = lines.filter(({ record }) => !record).flatMap(({ line }) => line.productId ?? [])
  if (!order.isDraft || edit || !Object.keys(await loadRecipeBook(container, fresh)).length) {
    return
  }
  await beginDraftOrderEditWorkflow(container).run({ input: { order_id, created_by: actor_id } })
  await changePackagesOfOrderWorkflow(container).run({ input: { order_id, change: { kind: "follow" }, now } })
  await confirmDraftOrderEditWorkflow(container).run({ input: { order_id, confirmed_by: actor_id } })
}
