import type { MedusaContainer } from "@medusajs/framework/types"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"

export interface BenchArticle {
  productId: string
  variantId: string
}

export interface ArticlesToCreate {
  count: number
  title: string
  salesChannelId: string
  /** Left out: 12.50. */
  price?: number
}

/** Published products with one variant each, whose stock is not kept. */
export async function createArticles(
  container: MedusaContainer,
  { count, title, salesChannelId, price = 12.5 }: ArticlesToCreate,
): Promise<BenchArticle[]> {
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: Array.from({ length: count }, (_, index) => ({
        title: `${title} ${index + 1}`,
        status: "published" as const,
        options: [{ title: "Kind", values: ["Standard"] }],
        sales_channels: [{ id: salesChannelId }],
        variants: [
          {
            title: "Standard",
            options: { Kind: "Standard" },
            manage_inventory: false,
            prices: [{ currency_code: "eur", amount: price }],
          },
        ],
      })),
    },
  })
  return result.map(({ id, variants }) => ({ productId: id, variantId: variants[0]?.id ?? "" }))
}
