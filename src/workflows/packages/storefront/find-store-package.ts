import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, ProductStatus } from "@medusajs/framework/utils"
import { recipesUnder, type RecipeBook } from "../../../rules/packages"
import { visibilityOf } from "../../ports/store-visibility"
import { loadRecipeBook } from "../catalog/load-recipe-book"

/** Who looks, and where from. */
export interface StoreVisitor {
  salesChannelIds: string[]
  currencyCode: string
  regionId: string | null
  customerId: string | null
  customerGroupIds: string[]
}

/** A package's product as Medusa's query gives it. */
export interface StorePackageProduct {
  id: string
  title: string
  subtitle: string | null
  description: string | null
  handle: string | null
  thumbnail: string | null
  images: { url: string }[]
  /** By rank, without those that cannot be bought there. */
  variants: { id: string; title: string | null }[]
}

export interface StorePackage {
  product: StorePackageProduct
  /** Its recipe and those of all packages in it. */
  book: RecipeBook
}

const FIELDS = [
  "id",
  "title",
  "subtitle",
  "description",
  "handle",
  "thumbnail",
  "images.url",
  "variants.id",
  "variants.title",
  "variants.variant_rank",
]

/** A package that a visitor may see. Throws NOT_FOUND: it is none, not published in the channel, or hidden (B10). */
export async function findStorePackage(
  container: MedusaContainer,
  productId: string,
  visitor: StoreVisitor,
): Promise<StorePackage> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [book, { data: channels }, { data }, visibility] = await Promise.all([
    loadRecipeBook(container, [productId]),
    query.graph({
      entity: "product_sales_channel",
      fields: ["product_id"],
      filters: { product_id: productId, sales_channel_id: visitor.salesChannelIds },
    }),
    query.graph({ entity: "product", fields: FIELDS, filters: { id: productId, status: ProductStatus.PUBLISHED } }),
    visibilityOf(container, [productId], visitor),
  ])
  const [found] = data as (StorePackageProduct & { variants: { variant_rank?: number | null }[] })[]
  if (!found || !book[productId] || !channels.length || visibility.hiddenProductIds.has(productId)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Package with id: ${productId} was not found`)
  }
  const ranked = [...found.variants].sort((one, other) => (one.variant_rank ?? 0) - (other.variant_rank ?? 0))
  const variants = ranked.filter(({ id }) => !visibility.disabledVariantIds.has(id))
  return { product: { ...found, variants }, book: recipesUnder(book, productId) }
}
