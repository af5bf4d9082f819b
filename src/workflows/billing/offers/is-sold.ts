import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, ProductStatus } from "@medusajs/framework/utils"

/** Whether a channel sells a product: it is published, and in that channel; null: in any. */
export async function isSold(
  container: MedusaContainer,
  { productId, channelId }: { productId: string; channelId: string | null },
): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "product_sales_channel",
    fields: ["product_id"],
    filters: { product_id: productId, ...(channelId === null ? {} : { sales_channel_id: channelId }) },
  })
  const { data: products } = await query.graph({
    entity: "product",
    fields: ["id"],
    filters: { id: productId, status: ProductStatus.PUBLISHED },
  })
  return links.length > 0 && products.length > 0
}
