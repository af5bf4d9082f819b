import type { CreateOrderChangeActionDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CivilDate } from "../../../../rules/calendar"
import type { OrderAdjustmentFacts } from "../../../../rules/discounts/orders/order-adjustments"
import { isSame } from "../order-adjustments"
import { loadEditedOrder, type OrderChange } from "../order-state"
import { planOrderDiscounts } from "../plan-order-discounts"

export interface SyncOrderInput {
  order_id: string
  /** The store's date of the edit: its lines are evaluated on it. */
  as_of: CivilDate
}

/**
 * Writes in two calls: after a crash in between, the edit has less taken off, and the next call, or its confirmation,
 * corrects it.
 */
export const syncOrderEditStep = createStep(
  "discounts-sync-order-edit-actions",
  async ({ order_id, as_of }: SyncOrderInput, { container }) => {
    const state = await loadEditedOrder(container, order_id)
    const plan = state?.change ? await planOrderDiscounts(container, state, as_of) : null
    if (!state?.change || !plan) {
      return new StepResponse(false)
    }
    const { change } = state
    const isShown = [...plan.adjustments].every(([id, wanted]) => isSame(wanted, change.shown.get(id)))
    if (!isShown) {
      await writeActions(container, { orderId: order_id, change, adjustments: plan.adjustments })
    }
    return new StepResponse(!isShown)
  },
)

interface Actions {
  orderId: string
  change: OrderChange
  adjustments: Map<string, OrderAdjustmentFacts[]>
}

async function writeActions(container: MedusaContainer, { orderId, change, adjustments }: Actions): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const actions = [...adjustments].map(([reference_id, list]): CreateOrderChangeActionDTO => ({
    order_change_id: change.id,
    order_id: orderId,
    version: change.version,
    action: "ITEM_ADJUSTMENTS_REPLACE",
    details: { reference_id, adjustments: list },
  }))
  if (change.replacing.length) {
    await orders.deleteOrderChangeActions(change.replacing)
  }
  await orders.addOrderAction(actions)
}
