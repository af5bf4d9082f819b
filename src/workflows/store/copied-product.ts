import type { CreateProductWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, ProductStatus } from "@medusajs/framework/utils"
import type { Decimal } from "../../rules/money"

/** A product as its copy is made from it. */
export interface CopiedProduct {
  status: string
  subtitle: string | null
  description: string | null
  thumbnail: string | null
  type_id: string | null
  discountable: boolean
  collection_id: string | null
  images?: { url: string }[] | null
  tags?: { id: string }[] | null
  categories?: { id: string }[] | null
  sales_channels?: { id: string }[] | null
  shipping_profile?: { id: string } | null
  options?: { title: string; values?: { value: string }[] | null }[] | null
  variants?: CopiedVariant[] | null
}

interface CopiedVariant {
  id: string
  title: string
  manage_inventory: boolean
  allow_backorder: boolean
  options?: { value: string; option?: { title: string } | null }[] | null
}

const FIELDS = [
  "status",
  "subtitle",
  "description",
  "thumbnail",
  "type_id",
  "discountable",
  "collection_id",
  "images.url",
  "tags.id",
  "categories.id",
  "sales_channels.id",
  "shipping_profile.id",
  "options.title",
  "options.values.value",
  "variants.id",
  "variants.title",
  "variants.manage_inventory",
  "variants.allow_backorder",
  "variants.options.value",
  "variants.options.option.title",
]

export async function readCopiedProduct(container: MedusaContainer, id: string): Promise<CopiedProduct | undefined> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: FIELDS, filters: { id } })
  return data[0] as CopiedProduct | undefined
}

/** A price in major units, with what it is limited to in Medusa's names. */
interface CopiedPrice {
  currency_code: string
  amount: Decimal
  min_quantity?: number
  max_quantity?: number
  rules?: Record<string, string | { operator: string; value: number }[]>
}

export interface CopyWith {
  title: string
  /** By the id of the variant that is copied. */
  prices: ReadonlyMap<string, readonly CopiedPrice[]>
}

/** A draft like a product; each variant names the one that it is a copy of. Codes that must be unique stay with the original. */
export function copyOfProduct(product: CopiedProduct, { title, prices }: CopyWith): CreateProductWorkflowInputDTO {
  const { subtitle, description, thumbnail, type_id, discountable, collection_id, shipping_profile } = product
  return {
    title,
    status: ProductStatus.DRAFT,
    ...{ subtitle, description, thumbnail, type_id, discountable, collection_id },
    ...(shipping_profile ? { shipping_profile_id: shipping_profile.id } : {}),
    images: (product.images ?? []).map(({ url }) => ({ url })),
    tag_ids: (product.tags ?? []).map(({ id }) => id),
    category_ids: (product.categories ?? []).map(({ id }) => id),
    sales_channels: (product.sales_channels ?? []).map(({ id }) => ({ id })),
    options: (product.options ?? []).map((option) => ({
      title: option.title,
      values: (option.values ?? []).map(({ value }) => value),
    })),
    variants: (product.variants ?? []).map((variant) => ({
      title: variant.title,
      manage_inventory: variant.manage_inventory,
      allow_backorder: variant.allow_backorder,
      metadata: { copied_from: variant.id },
      options: Object.fromEntries((variant.options ?? []).map(({ value, option }) => [option?.title ?? "", value])),
      // Numbers are what Medusa's type allows; the prices of a catalogue fit them.
      prices: (prices.get(variant.id) ?? []).map(copiedPrice),
    })),
  }
}

/** What a price says, and not which one it is. */
const copiedPrice = ({ currency_code, amount, min_quantity, max_quantity, rules }: CopiedPrice) => ({
  ...{ currency_code, amount: Number(amount) },
  ...(min_quantity === undefined ? {} : { min_quantity }),
  ...(max_quantity === undefined ? {} : { max_quantity }),
  ...(rules === undefined ? {} : { rules }),
})
