import type { MedusaContainer, ProductDTO } from "@medusajs/framework/types"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"

export type ProductInput = {
  title: string
  salesChannelId: string
  /** Per currency, in major units: `{ eur: 10, chf: 11 }`. */
  prices: Record<string, number>
  /** Given for goods that are sent; a service has none. */
  shippingProfileId?: string
}

/** A published product with one variant that needs no stock. It has no offer: it is what Medusa alone sells. */
export async function createProduct(container: MedusaContainer, input: ProductInput): Promise<ProductDTO> {
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: input.title,
          status: "published",
          options: [{ title: "Kind", values: ["Standard"] }],
          sales_channels: [{ id: input.salesChannelId }],
          shipping_profile_id: input.shippingProfileId,
          variants: [
            {
              title: "Standard",
              options: { Kind: "Standard" },
              manage_inventory: false,
              prices: Object.entries(input.prices).map(([currency_code, amount]) => ({ currency_code, amount })),
            },
          ],
        },
      ],
    },
  })
  const [product] = result
  if (!product) {
    throw new Error(`The test product "${input.title}" was not created`)
  }
  return product
}
