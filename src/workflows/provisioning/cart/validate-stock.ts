import type { MedusaContainer } from "@medusajs/framework/types"
import { servicesAsked } from "../../../rules/provisioning"
import { checkServices } from "../stock/hold-services"

/** An item of a cart as a core hook has it. */
export interface ItemInHook {
  id?: string
  product_id?: string | null
  variant_id?: string | null
  quantity?: unknown
}

/** Refuses what is sold out before a cart is created, or a line of it is raised (S9). */
export async function validateStock(
  container: MedusaContainer,
  items: readonly ItemInHook[],
  { cartId = "", raised }: { cartId?: string; raised?: { id: string; quantity: number } } = {},
): Promise<void> {
  const line = raised && items.find(({ id }) => id === raised.id)
  if (raised && !(raised.quantity > Number(line?.quantity ?? 0))) {
    return
  }
  const asked = servicesAsked(
    items
      .filter(({ product_id }) => !line || product_id === line.product_id)
      .map(({ id, product_id, variant_id, quantity }) => ({
        productId: product_id ?? null,
        variantId: variant_id ?? null,
        quantity: raised && id === raised.id ? raised.quantity : Number(quantity ?? 0),
      })),
  )
  await checkServices(container, { cartId, asked })
}
