import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { World } from "./create-world"

export interface StockedProductInput {
  title: string
  /** In euro. */
  price?: number
  /** By location id; a kit has none of its own. */
  stock?: Record<string, number>
  /** A kit's items, by inventory item id: how many of each. */
  items?: Record<string, number>
  allowBackorder?: boolean
  /** Given for goods that are sent. */
  shippingProfileId?: string
}

export interface StockedProduct {
  title: string
  productId: string
  variantId: string
  /** The first of them. */
  inventoryItemId: string
}

/** A published product with one variant whose stock is counted. */
export async function createStockedProduct(
  container: MedusaContainer,
  world: World,
  { title, price = 10, stock = {}, items = {}, allowBackorder = false, shippingProfileId }: StockedProductInput,
): Promise<StockedProduct> {
  const kit = Object.entries(items).map(([inventory_item_id, required_quantity]) => ({
    inventory_item_id,
    required_quantity,
  }))
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title,
          status: "published",
          options: [{ title: "Kind", values: ["Standard"] }],
          sales_channels: [{ id: world.salesChannelId }],
          shipping_profile_id: shippingProfileId,
          variants: [
            {
              title: "Standard",
              sku: `SKU-${title}`,
              options: { Kind: "Standard" },
              manage_inventory: true,
              allow_backorder: allowBackorder,
              prices: [
                { currency_code: "eur", amount: price },
                { currency_code: "chf", amount: price },
              ],
              ...(kit.length ? { inventory_items: kit } : {}),
            },
          ],
        },
      ],
    },
  })
  const [product] = result
  const variantId = product?.variants[0]?.id ?? ""
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["inventory_items.inventory_item_id"],
    filters: { id: variantId },
  })
  const inventoryItemId = data[0]?.inventory_items?.[0]?.inventory_item_id ?? ""
  const levels = Object.entries(stock).map(([location_id, stocked_quantity]) => ({
    ...{ inventory_item_id: inventoryItemId, location_id, stocked_quantity },
  }))
  await container.resolve(Modules.INVENTORY).createInventoryLevels(levels)
  return { title, productId: product?.id ?? "", variantId, inventoryItemId }
}

/** What is in stock, and what of it is reserved, of an item at a location. */
export async function stockOf(
  container: MedusaContainer,
  inventory_item_id: string,
  location_id: string,
): Promise<{ stocked: number; reserved: number }> {
  const [level] = await container.resolve(Modules.INVENTORY).listInventoryLevels({ inventory_item_id, location_id })
  return { stocked: Number(level?.stocked_quantity ?? 0), reserved: Number(level?.reserved_quantity ?? 0) }
}
