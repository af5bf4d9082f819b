import type { CreateOrderLineItemAdjustmentDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderAdjustmentFacts } from "../../../../rules/discounts/orders/order-adjustments"
import { isSame } from "../order-adjustments"
import { loadOrderState, type OrderItem, type OrderState } from "../order-state"
import { planOrderDiscounts } from "../plan-order-discounts"
import type { SyncOrderInput } from "./sync-order-edit"

/**
 * Deletes before it adds: after a crash in between, the draft has too little taken off, and the next call corrects it.
 */
export const syncDraftOrderStep = createStep(
  "discounts-sync-draft-order-adjustments",
  async ({ order_id, as_of }: SyncOrderInput, { container }) => {
    const state = await loadOrderState(container, order_id)
    const plan = state.order.is_draft_order ? await planOrderDiscounts(container, state, as_of) : null
    const changed = state.items.filter(({ id, adjustments }) => {
      const wanted = plan?.adjustments.get(id)
      return wanted !== undefined && !isSame(wanted, adjustments)
    })
    if (plan && changed.length) {
      await replaceAdjustments(container, { state, changed, adjustments: plan.adjustments })
    }
    return new StepResponse(changed.length > 0)
  },
)

interface Replacing {
  state: OrderState
  changed: OrderItem[]
  adjustments: Map<string, OrderAdjustmentFacts[]>
}

async function replaceAdjustments(container: MedusaContainer, { state, changed, adjustments }: Replacing) {
  const orders = container.resolve(Modules.ORDER)
  const { version } = state.order
  const wanted = changed.flatMap(({ id }) => adjustments.get(id) ?? [])
  const old = changed.flatMap((item) => item.adjustments.flatMap(({ id }) => id ?? []))
  if (old.length) {
    await orders.deleteOrderLineItemAdjustments(old)
  }
  if (wanted.length) {
    await orders.createOrderLineItemAdjustments(wanted.map((one) => asRow(one, version)))
  }
}

const asRow = (one: OrderAdjustmentFacts, version: number): CreateOrderLineItemAdjustmentDTO => ({
  item_id: one.item_id,
  amount: one.amount,
  is_tax_inclusive: one.is_tax_inclusive,
  description: one.description ?? undefined,
  code: one.code ?? undefined,
  promotion_id: one.promotion_id ?? undefined,
  provider_id: one.provider_id ?? undefined,
  version,
})
