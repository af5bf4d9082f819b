import type { MedusaContainer } from "@medusajs/framework/types"
import { beginDraftOrderEditWorkflow, confirmDraftOrderEditWorkflow } from "@medusajs/medusa/core-flows"
import { planAdminFees } from "../../../rules/billing"
import { loadAdminOffers, loadAdminSale } from "./admin-sale"
import { syncAdminFeesWorkflow } from "./sync-admin-fees"

/**
 * Gives a draft that was made with its items the set-up fees of these (B7), by an edit of its own, so that its totals
 * are Medusa's. A draft that has them, or has an open edit, stays as it is.
 */
export async function addDraftFees(
  container: MedusaContainer,
  { order_id, actor_id }: { order_id: string; actor_id: string },
): Promise<void> {
  const sale = await loadAdminSale(container, order_id)
  if (!sale || sale.change) {
    return
  }
  const plan = planAdminFees(sale.lines, await loadAdminOffers(container, sale), sale.order.locale)
  if (plan.add.length) {
    await beginDraftOrderEditWorkflow(container).run({ input: { order_id, created_by: actor_id } })
    await syncAdminFeesWorkflow(container).run({ input: { order_id } })
    await confirmDraftOrderEditWorkflow(container).run({ input: { order_id, confirmed_by: actor_id } })
  }
}
