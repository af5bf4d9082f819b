import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { deleteServiceHolds, PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../modules/provisioning"
import { servicesAsked } from "../../../rules/provisioning"
import { loadOrder } from "../../orders/load-orders"
import { holdServices, type HeldServices } from "./hold-services"

/**
 * Holds what a draft that becomes an order needs of the stock of services, or what an order's open edit adds, or refuses it (S9):
 * by the same rule and guard as a cart.
 */
export async function holdServicesOfOrder(container: MedusaContainer, orderId: string): Promise<HeldServices> {
  const order = await loadOrder(container, orderId)
  const preview = await container.resolve(Modules.ORDER).previewOrderChange(orderId)
  const wanted = servicesAsked(
    (preview.items ?? []).map(({ product_id, variant_id, quantity }) => ({
      productId: product_id ?? null,
      variantId: variant_id ?? null,
      quantity: Number(quantity),
    })),
  )
  const before = order.isDraft
    ? new Map<string, number>()
    : servicesAsked(order.lines.map((line) => ({ ...line, quantity: Number(line.quantity) })))
  const asked = new Map([...wanted].map(([id, quantity]) => [id, quantity - (before.get(id) ?? 0)] as const))
  return holdServices(container, { cartId: orderId, asked: new Map([...asked].filter(([, more]) => more > 0)) })
}

/** Where it failed. */
export const releaseServicesOfOrder = (container: MedusaContainer, { holds }: HeldServices): Promise<void> =>
  deleteServiceHolds(container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db.knex, holds)
