import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "../create-port"

/** Articles, by product or by variant. */
export interface NamedArticles {
  productIds: readonly string[]
  variantIds: readonly string[]
}

/** Which articles have no price of their own, as what is in them makes it (P9). Used by discounts and billing. */
export interface PricedByContents {
  /** The ids among these, of products and of variants. */
  among: (container: MedusaContainer, articles: NamedArticles) => Promise<Set<string>>
}

export const pricedByContents = createPort<PricedByContents>("which articles' prices are made by their contents")
