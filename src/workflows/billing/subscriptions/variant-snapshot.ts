import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A variant with what an order's line says of it. */
export interface VariantRow {
  id: string
  title: string | null
  sku: string | null
  barcode: string | null
  product: {
    id: string
    title: string
    subtitle: string | null
    description: string | null
    thumbnail: string | null
    handle: string | null
    discountable: boolean
    type_id: string | null
    type: { value: string } | null
    collection: { title: string } | null
    shipping_profile: { id: string } | null
  }
  inventory_items?: { inventory: { requires_shipping: boolean } | null }[]
}

const FIELDS = [
  ...["id", "title", "sku", "barcode", "product.*", "product.type.value", "product.collection.title"],
  ...["product.shipping_profile.id", "inventory_items.inventory.requires_shipping"],
]

/** Variants by their ids; one that was deleted has none. */
export async function readVariants(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<Map<string, VariantRow>> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "variant", fields: FIELDS, filters: { id: [...ids] } })
  return new Map((data as VariantRow[]).map((row) => [row.id, row]))
}

/** The fields that an order's line would have. */
export const snapshotOf = ({
  title,
  sku,
  barcode,
  product,
  inventory_items = [],
}: VariantRow): Record<string, unknown> => ({
  subtitle: title,
  thumbnail: product.thumbnail,
  product_title: product.title,
  product_description: product.description,
  product_subtitle: product.subtitle,
  product_type: product.type?.value ?? null,
  product_type_id: product.type_id,
  product_collection: product.collection?.title ?? null,
  product_handle: product.handle,
  variant_sku: sku,
  variant_barcode: barcode,
  variant_title: title,
  requires_shipping:
    Boolean(product.shipping_profile?.id) || inventory_items.some(({ inventory }) => inventory?.requires_shipping),
  is_discountable: product.discountable,
})
