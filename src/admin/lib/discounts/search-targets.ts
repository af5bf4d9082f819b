import type { AssignmentLevel } from "../../../rules/discounts/states"
import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const MOST = 20

const query = (q: string, offset: number, fields: string) => ({ limit: MOST, offset, fields, ...(q && { q }) })

/** A variant by the name of its product and its own. */
export async function searchVariants(q: string, offset: number): Promise<FoundPage<Option>> {
  const fields = "id,title,sku,product.id,product.title"
  const { variants, count } = await sdk.admin.productVariant.list(query(q, offset, fields))
  const options = variants.map((variant) => ({
    id: variant.id,
    title: [variant.product?.title, variant.title].filter(Boolean).join(" · ") || variant.id,
    ...(variant.sku && { hint: variant.sku }),
  }))
  return { options, count }
}

async function searchProducts(q: string, offset: number): Promise<FoundPage<Option>> {
  const { products, count } = await sdk.admin.product.list({ ...query(q, offset, "id,title,handle"), order: "title" })
  return { options: products.map(({ id, title, handle }) => ({ id, title, hint: handle })), count }
}

async function searchCollections(q: string, offset: number): Promise<FoundPage<Option>> {
  const { collections, count } = await sdk.admin.productCollection.list({
    ...query(q, offset, "id,title"),
    order: "title",
  })
  return { options: collections.map(({ id, title }) => ({ id, title: title ?? id })), count }
}

async function searchCategories(q: string, offset: number): Promise<FoundPage<Option>> {
  const { product_categories, count } = await sdk.admin.productCategory.list({
    ...query(q, offset, "id,name,parent_category.name"),
    order: "name",
  })
  const options = product_categories.map(({ id, name, parent_category }) => ({
    id,
    title: name,
    ...(parent_category && { hint: parent_category.name }),
  }))
  return { options, count }
}

/** Levels whose targets are searched for; all articles are one. */
export type SearchedLevel = Exclude<AssignmentLevel, "all">

/** The usual ones first. */
export const SEARCHED_LEVELS: readonly SearchedLevel[] = ["product", "variant", "collection", "category"]

/** Finds what a discount can be assigned to, over Medusa's own API. */
export const searchTargets: Record<SearchedLevel, (q: string, offset: number) => Promise<FoundPage<Option>>> = {
  variant: searchVariants,
  product: searchProducts,
  collection: searchCollections,
  category: searchCategories,
}
