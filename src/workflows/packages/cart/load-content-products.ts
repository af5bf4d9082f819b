import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ContentProduct } from "../../../rules/packages"

/** A variant as Medusa's query gives it. */
interface VariantRow {
  id: string
  title: string | null
  thumbnail?: string | null
  manage_inventory: boolean | null
  allow_backorder: boolean | null
  inventory_items?: ({ inventory?: { requires_shipping: boolean | null } | null } | null)[] | null
  product?: {
    id: string
    title: string
    description: string | null
    subtitle: string | null
    thumbnail: string | null
    handle: string | null
    collection_id: string | null
    status: string
    discountable: boolean | null
    type?: { id: string; value: string } | null
    collection?: { title: string } | null
    categories?: { id: string }[] | null
    shipping_profile?: { id: string } | null
  } | null
}

const FIELDS = [
  "id",
  "title",
  "thumbnail",
  "manage_inventory",
  "allow_backorder",
  "inventory_items.inventory.requires_shipping",
  "product.id",
  "product.title",
  "product.description",
  "product.subtitle",
  "product.thumbnail",
  "product.handle",
  "product.status",
  "product.discountable",
  "product.collection_id",
  "product.type.id",
  "product.type.value",
  "product.collection.title",
  "product.categories.id",
  "product.shipping_profile.id",
]

/**
 * The variants of contents as their lines show them, by variant id; like Medusa's own lines. One that is gone, or whose
 * product is not published, is not in the map: Medusa refuses a cart with a line of such a product.
 */
export async function loadContentProducts(
  container: MedusaContainer,
  variantIds: string[],
): Promise<Map<string, ContentProduct>> {
  if (!variantIds.length) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "variant", fields: FIELDS, filters: { id: [...new Set(variantIds)] } })
  const rows = data as VariantRow[]
  return new Map(
    rows.flatMap((row): [string, ContentProduct][] =>
      row.product?.status === "published" ? [[row.id, asContent(row, row.product)]] : [],
    ),
  )
}

const asContent = (variant: VariantRow, product: NonNullable<VariantRow["product"]>): ContentProduct => ({
  title: product.title,
  subtitle: variant.title,
  product: {
    thumbnail: variant.thumbnail ?? product.thumbnail,
    product_title: product.title,
    product_description: product.description,
    product_subtitle: product.subtitle,
    product_type: product.type?.value ?? null,
    product_type_id: product.type?.id ?? null,
    product_collection: product.collection?.title ?? null,
    product_handle: product.handle,
    variant_title: variant.title,
  },
  place: { collectionId: product.collection_id, categoryIds: (product.categories ?? []).map(({ id }) => id) },
  requiresShipping:
    Boolean(product.shipping_profile) ||
    (variant.inventory_items ?? []).some((item) => item?.inventory?.requires_shipping ?? false),
  isDiscountable: product.discountable ?? true,
  isStocked: (variant.manage_inventory ?? false) && !variant.allow_backorder,
})
