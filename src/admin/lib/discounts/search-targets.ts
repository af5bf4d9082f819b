import type { AssignmentLevel } from "../../../rules/discounts/states"
import { sdk } from "../sdk"

export interface Target {
  id: string
  title: string
  hint?: string
}

const MOST = 20

const query = (q: string, fields: string) => ({ limit: MOST, fields, ...(q && { q }) })

/** A variant by the name of its product and its own. */
export async function searchVariants(q: string): Promise<Target[]> {
  const { variants } = await sdk.admin.productVariant.list(query(q, "id,title,sku,product.id,product.title"))
  return variants.map((variant) => ({
    id: variant.id,
    title: [variant.product?.title, variant.title].filter(Boolean).join(" · ") || variant.id,
    ...(variant.sku && { hint: variant.sku }),
  }))
}

async function searchProducts(q: string): Promise<Target[]> {
  const { products } = await sdk.admin.product.list({ ...query(q, "id,title,handle"), order: "title" })
  return products.map(({ id, title, handle }) => ({ id, title, hint: handle }))
}

async function searchCollections(q: string): Promise<Target[]> {
  const { collections } = await sdk.admin.productCollection.list({ ...query(q, "id,title"), order: "title" })
  return collections.map(({ id, title }) => ({ id, title: title ?? id }))
}

async function searchCategories(q: string): Promise<Target[]> {
  const { product_categories } = await sdk.admin.productCategory.list({ ...query(q, "id,name"), order: "name" })
  return product_categories.map(({ id, name }) => ({ id, title: name }))
}

/** Finds what a discount can be assigned to, over Medusa's own API. */
export const searchTargets: Record<AssignmentLevel, (q: string) => Promise<Target[]>> = {
  variant: searchVariants,
  product: searchProducts,
  collection: searchCollections,
  category: searchCategories,
}
