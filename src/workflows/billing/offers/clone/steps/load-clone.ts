import type { CreateProductWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, ProductStatus } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService } from "../../../../../modules/billing"
import type { StoredOffer } from "../../../../../rules/billing"
import { loadBasePrices } from "../../load-base-prices"

export interface CloneOfferInput {
  product_id: string
  /** The title of the clone. */
  title: string
}

export interface LoadedClone {
  product: CreateProductWorkflowInputDTO
  offer: StoredOffer
  isPublished: boolean
}

interface CopiedProduct {
  status: string
  subtitle: string | null
  description: string | null
  thumbnail: string | null
  type_id: string | null
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
  "id",
  "status",
  "subtitle",
  "description",
  "thumbnail",
  "type_id",
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

/** What a clone is made from. Throws NOT_FOUND where the product has no offer. */
export const loadCloneStep = createStep(
  "billing-load-clone",
  async ({ product_id, title }: CloneOfferInput, { container }) => {
    const [offer] = await container.resolve<BillingModuleService>(BILLING_MODULE).offersOf([product_id])
    const product = await readProduct(container, product_id)
    if (!offer || !product) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Offer of the product with id: ${product_id} was not found`)
    }
    return new StepResponse<LoadedClone>({
      product: await copyOf(container, product, title),
      offer,
      isPublished: product.status === "published",
    })
  },
)

async function readProduct(container: MedusaContainer, id: string): Promise<CopiedProduct | undefined> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: FIELDS, filters: { id } })
  return data[0] as CopiedProduct | undefined
}

/** A draft until its offer hides it; codes that must be unique stay with the original. */
async function copyOf(
  container: MedusaContainer,
  product: CopiedProduct,
  title: string,
): Promise<CreateProductWorkflowInputDTO> {
  const variants = product.variants ?? []
  const prices = await loadBasePrices(
    container,
    variants.map(({ id }) => id),
  )
  const { subtitle, description, thumbnail, type_id, collection_id } = product
  return {
    title,
    status: ProductStatus.DRAFT,
    ...{ subtitle, description, thumbnail, type_id, collection_id },
    ...(product.shipping_profile ? { shipping_profile_id: product.shipping_profile.id } : {}),
    images: (product.images ?? []).map(({ url }) => ({ url })),
    tag_ids: (product.tags ?? []).map(({ id }) => id),
    category_ids: (product.categories ?? []).map(({ id }) => id),
    sales_channels: (product.sales_channels ?? []).map(({ id }) => ({ id })),
    options: (product.options ?? []).map((option) => ({
      title: option.title,
      values: (option.values ?? []).map(({ value }) => value),
    })),
    variants: variants.map((variant) => ({
      title: variant.title,
      manage_inventory: variant.manage_inventory,
      allow_backorder: variant.allow_backorder,
      metadata: { copied_from: variant.id },
      options: Object.fromEntries((variant.options ?? []).map(({ value, option }) => [option?.title ?? "", value])),
      // Numbers are what Medusa's type allows; the prices of a catalogue fit them.
      prices: (prices.get(variant.id)?.prices ?? []).map(({ currencyCode, amount }) => ({
        currency_code: currencyCode,
        amount: Number(amount),
      })),
    })),
  }
}
