import type { Shop } from "./create-shop"

/** A product's first variant. */
export async function variantOf(shop: Shop, productId: string): Promise<string> {
  const path = `/admin/products/${productId}?fields=variants.id`
  const { product } = await shop.admin.get<{ product: { variants: { id: string }[] } }>(path)
  return product.variants[0]?.id ?? ""
}
