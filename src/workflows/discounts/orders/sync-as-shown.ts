import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { round, type Decimal } from "../../../rules/money"
import { refuse } from "../../errors/refuse"
import { loadOrder } from "../../orders/load-orders"
import { decimalOf } from "../cart/evaluation-context"
import { syncDraftOrderWorkflow } from "./sync-draft-order"
import { syncOrderEditWorkflow } from "./sync-order-edit"
import type { SyncOrderInput } from "./steps/sync-order-edit"

/** What is confirmed: an open edit, exchange or claim of an order, or a draft that becomes one. */
export type Confirmed = "edit" | "draft"

/**
 * Evaluates an edit or a draft once more before it is confirmed. Where its total changes by that, it is refused with
 * both totals, and shows the new one: confirmed again, it is sold at what was seen.
 */
export async function syncAsShown(container: MedusaContainer, input: SyncOrderInput, of: Confirmed): Promise<void> {
  const shown = await totalOf(container, input.order_id, of)
  const sync = of === "edit" ? syncOrderEditWorkflow : syncDraftOrderWorkflow
  const { result: isChanged } = await sync(container).run({ input })
  const now = isChanged ? await totalOf(container, input.order_id, of) : shown
  if (now !== shown) {
    refuse(
      "total",
      `it was shown as ${shown}, and with its discounts of now it is ${now}: look at it, then confirm again`,
    )
  }
}

/** As it is shown, with its currency: "33.00 EUR". */
async function totalOf(container: MedusaContainer, orderId: string, of: Confirmed): Promise<string> {
  const order = await loadOrder(container, orderId)
  const total = of === "draft" ? order.total : await previewedTotal(container, orderId)
  return `${round(total, order.currencyCode)} ${order.currencyCode.toUpperCase()}`
}

async function previewedTotal(container: MedusaContainer, orderId: string): Promise<Decimal> {
  const preview = await container.resolve(Modules.ORDER).previewOrderChange(orderId)
  return decimalOf(preview.total)
}
