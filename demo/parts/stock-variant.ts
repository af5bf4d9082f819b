import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"

export interface DemoStock {
  variantId: string
  locationId: string
  quantity: number
}

/** Puts a variant whose stock is counted into the warehouse. */
export async function stockVariant(
  container: MedusaContainer,
  { variantId, locationId, quantity }: DemoStock,
): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_inventory_item",
    fields: ["inventory_item_id"],
    filters: { variant_id: variantId },
  })
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: data.map(({ inventory_item_id }) => ({
        inventory_item_id,
        location_id: locationId,
        stocked_quantity: quantity,
      })),
    },
  })
}
