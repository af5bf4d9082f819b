import type { CreateOrderChangeActionDTO, CreateOrderLineItemDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { FEE_OF, planAdminFees, type FeePlan } from "../../../../rules/billing"
import { loadAdminOffers, loadAdminSale, referenceOf, type AdminSale } from "../admin-sale"

export interface SyncAdminFeesInput {
  order_id: string
}

type OpenChange = NonNullable<AdminSale["change"]>
interface Syncing {
  sale: AdminSale
  change: OpenChange
  plan: FeePlan
}

/**
 * Adds, changes and removes the set-up fees of an open edit, in several calls: after a crash in between, the next call
 * writes the rest. Returns the ids of the fee lines that it added, which need their taxes.
 */
export const syncAdminFeesStep = createStep(
  "billing-sync-admin-fees",
  async ({ order_id }: SyncAdminFeesInput, { container }) => {
    const sale = await loadAdminSale(container, order_id)
    if (!sale?.change) {
      return new StepResponse<string[]>([])
    }
    const plan = planAdminFees(sale.lines, await loadAdminOffers(container, sale), sale.order.locale)
    const syncing = { sale, change: sale.change, plan }
    await setQuantities(container, syncing)
    return new StepResponse<string[]>(await addFees(container, syncing))
  },
)

async function addFees(container: MedusaContainer, { sale, change, plan }: Syncing): Promise<string[]> {
  if (!plan.add.length) {
    return []
  }
  const orders = container.resolve(Modules.ORDER)
  const parentOf = new Map(sale.preview.map((line) => [line.id, line]))
  const created = await orders.createOrderLineItems(
    plan.add.map(({ parentId, title, quantity, unitPrice }): CreateOrderLineItemDTO => ({
      ...parentOf.get(parentId)?.goods,
      title,
      product_title: title,
      quantity,
      unit_price: unitPrice,
      requires_shipping: false,
      metadata: { [FEE_OF]: parentId },
    })),
  )
  await orders.addOrderAction(
    created.map(({ id }, index) => {
      const fee = plan.add[index]
      return actionOf({ sale, change, plan }, "ITEM_ADD", {
        reference_id: id,
        quantity: fee?.quantity,
        unit_price: Number(fee?.unitPrice),
        metadata: { [FEE_OF]: fee?.parentId },
      })
    }),
  )
  return created.map(({ id }) => id)
}

/** A fee that this edit added is added with its new units; one of a draft's earlier edits is changed by this one. */
async function setQuantities(container: MedusaContainer, syncing: Syncing): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const wanted = [...syncing.plan.change, ...syncing.plan.remove.map((id) => ({ id, quantity: 0 }))]
  for (const { id, quantity } of wanted) {
    const own = syncing.change.actions.filter((one) => referenceOf(one) === id)
    const adding = own.find(({ action }) => action === "ITEM_ADD")
    if (own.length) {
      await orders.deleteOrderChangeActions(own.map((one) => one.id))
    }
    if (adding && quantity > 0) {
      await orders.addOrderAction([actionOf(syncing, "ITEM_ADD", { ...adding.details, quantity })])
    } else if (!adding) {
      await orders.addOrderAction([actionOf(syncing, "ITEM_UPDATE", { reference_id: id, quantity })])
    }
  }
}

const actionOf = (
  { sale, change }: Syncing,
  action: "ITEM_ADD" | "ITEM_UPDATE",
  details: Record<string, unknown>,
): CreateOrderChangeActionDTO => ({
  order_change_id: change.id,
  order_id: sale.order.id,
  version: change.version,
  ...(change.exchangeId ? { exchange_id: change.exchangeId } : {}),
  action,
  details,
})
