import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../src/modules/packages"
import type { ArticleUnit, EntryRole, PackagePricing } from "../../src/rules/packages"
import { createProduct } from "./create-product"

export interface Sold {
  productId: string
  variantId: string
}

interface EntryInput extends Sold {
  quantity?: number
  role?: EntryRole
  isOptional?: boolean
  isDefault?: boolean
  isHidden?: boolean
  isNested?: boolean
  isFreeQuantity?: boolean
  group?: string
}

export interface PackageInput {
  title: string
  salesChannelId: string
  prices: Record<string, number>
  pricing: PackagePricing
  entries: EntryInput[]
  defaultHours?: number
  /** In euro. */
  rates?: [duration: number | null, price: string][]
}

/** A package with its recipe, and the ids of its entries in their order. */
export async function givePackage(
  container: MedusaContainer,
  { title, salesChannelId, prices, pricing, entries, defaultHours, rates = [] }: PackageInput,
): Promise<Sold & { entryIds: string[] }> {
  const sold = await giveArticle(container, { title, salesChannelId, prices })
  const service = container.resolve<PackagesModuleService>(PACKAGES_MODULE)
  const created = await service.createPackages({
    product_id: sold.productId,
    pricing,
    default_hours: defaultHours ?? null,
  })
  const rows = await service.createEntries(
    entries.map((entry, rank) => ({
      package_id: created.id,
      rank,
      role: entry.role ?? "content",
      product_id: entry.productId,
      variant_id: entry.variantId,
      quantity: entry.quantity ?? 1,
      is_optional: entry.isOptional ?? false,
      alternative_group: entry.group ?? null,
      is_default: entry.isDefault ?? false,
      is_hidden: entry.isHidden ?? false,
      is_nested: entry.isNested ?? true,
      is_free_quantity: entry.isFreeQuantity ?? false,
    })),
  )
  await service.createRates(
    rates.map(([duration, price]) => ({ package_id: created.id, currency_code: "eur", duration, price })),
  )
  return { ...sold, entryIds: [...rows].sort((a, b) => a.rank - b.rank).map(({ id }) => id) }
}

interface ArticleInput {
  title: string
  salesChannelId: string
  prices: Record<string, number>
  unit?: ArticleUnit
  percent?: string
}

export async function giveArticle(
  container: MedusaContainer,
  { unit, percent, ...input }: ArticleInput,
): Promise<Sold> {
  const product = await createProduct(container, input)
  const sold = { productId: product.id, variantId: product.variants[0]?.id ?? "" }
  if (unit) {
    const service = container.resolve<PackagesModuleService>(PACKAGES_MODULE)
    await service.createArticles({
      product_id: sold.productId,
      variant_id: sold.variantId,
      unit,
      percent: percent ?? null,
    })
  }
  return sold
}
