import type { CreateProductWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, ProductStatus } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PACKAGES_MODULE, type PackagesModuleService, readPackages } from "../../../../modules/packages"
import type { PackageBody } from "../../../../rules/packages"
import { loadBasePrices } from "../base-prices"

export interface DuplicatePackageInput {
  product_id: string
  /** The title of the copy. */
  title: string
}

export interface Duplicate {
  product: CreateProductWorkflowInputDTO
  package: PackageBody
}

interface CopiedProduct {
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

/** What the copy of a package is made from. Throws NOT_FOUND where the product is no package. */
export const loadDuplicateStep = createStep(
  "packages-load-duplicate",
  async ({ product_id, title }: DuplicatePackageInput, { container }) => {
    const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
    const [stored] = await readPackages(knex, [product_id])
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "product", fields: FIELDS, filters: { id: product_id } })
    const product = data[0] as CopiedProduct | undefined
    if (!stored || !product) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Package of the product with id: ${product_id} was not found`)
    }
    const { id: _id, product_id: _product, version: _version, changed_in: _changed, ...columns } = stored.package
    const entries = stored.entries.map(({ id: _entry, ...entry }) => entry)
    return new StepResponse<Duplicate>({
      product: await copyOf(container, product, title),
      package: { ...columns, entries, rates: stored.rates },
    })
  },
)

/** A draft, so that nobody buys it before it is looked at; codes that must be unique stay with the original. */
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
  const { subtitle, description, thumbnail, type_id, collection_id, shipping_profile } = product
  return {
    title,
    status: ProductStatus.DRAFT,
    ...{ subtitle, description, thumbnail, type_id, collection_id },
    ...(shipping_profile ? { shipping_profile_id: shipping_profile.id } : {}),
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
      options: Object.fromEntries((variant.options ?? []).map(({ value, option }) => [option?.title ?? "", value])),
      // Numbers are what Medusa's type allows; the prices of a catalogue fit them.
      prices: (prices.get(variant.id)?.prices ?? []).map(({ currency_code, amount }) => ({
        currency_code,
        amount: Number(amount),
      })),
    })),
  }
}
