import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type CatalogueFilter,
  type CatalogueGroup,
  catalogueGroups,
  catalogueProducts,
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  shownProducts,
} from "../../../modules/customers"
import type { Interval } from "../../../rules/calendar"
import { packagePrice, quickOrderItem, type QuickOrderItem } from "../../../rules/customers"
import { compare, type Decimal } from "../../../rules/money"
import { personalPrices, type PersonalPrice } from "../../ports/personal-prices"
import { packagePrices, type PackagePrice } from "../../ports/packages/package-prices"
import { serviceOptions } from "../../ports/service-options"
import { sellingTerms, type ProductTerms } from "../../ports/selling-terms"
import { hiddenProductIds, visibilityOf } from "../../ports/store-visibility"
import { packageViewerOf, viewerOf, type QuickOrderContext } from "./quick-order-context"

/** A variant as the page shows it. */
export interface ShownVariant {
  item: QuickOrderItem
  title: string
  productTitle: string
  productId: string
  interval: Interval | null
  setupFee: Decimal | null
  price: PersonalPrice | null
  /** A package that costs what is in it: discounts on that are taken off where the order is made. */
  isByContents: boolean
  /** A package whose contents are chosen. */
  hasChoices: boolean
}

export interface ShownProduct {
  id: string
  title: string
  description: string | null
  variants: ShownVariant[]
}

export interface CatalogueAsked {
  search: string | null
  group: string | null
  /** From 1. */
  page: number
}

export interface CataloguePage {
  products: ShownProduct[]
  count: number
  pages: number
  groups: CatalogueGroup[]
}

export const PRODUCTS_PER_PAGE = 24

interface ProductRow {
  id: string
  title: string
  subtitle: string | null
  description: string | null
  variants: { id: string; title: string | null; variant_rank: number | null }[]
}

const FIELDS = ["id", "title", "subtitle", "description", "variants.id", "variants.title", "variants.variant_rank"]

/** One page of what a customer can order or ask for, at their prices (C21, C22). */
export async function readCatalogue(
  container: MedusaContainer,
  context: QuickOrderContext,
  { search, group, page }: CatalogueAsked,
): Promise<CataloguePage> {
  const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const filter = await filterOf(container, context, { search, group })
  const part = { limit: PRODUCTS_PER_PAGE, offset: (page - 1) * PRODUCTS_PER_PAGE }
  const [{ ids, count }, groups] = await Promise.all([
    catalogueProducts(knex, filter, part),
    catalogueGroups(knex, { ...filter, search: null, group: null }),
  ])
  const shown = await showProducts(container, context, ids)
  const pages = Math.max(1, Math.ceil(count / PRODUCTS_PER_PAGE))
  return { products: shown.filter(({ variants }) => variants.length), count, pages, groups }
}

/** Those of these variants that the page shows, by variant id. */
export async function readShownVariants(
  container: MedusaContainer,
  context: QuickOrderContext,
  variantIds: readonly string[],
): Promise<Map<string, ShownVariant>> {
  if (!variantIds.length) {
    return new Map()
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "product_id"],
    filters: { id: [...variantIds] },
  })
  const productIds = [...new Set((data as { product_id: string | null }[]).flatMap((one) => one.product_id ?? []))]
  const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const filter = await filterOf(container, context, { search: null, group: null })
  const shown = productIds.length ? await shownProducts(knex, filter, productIds) : new Set<string>()
  const products = await showProducts(container, context, [...shown], new Set(variantIds))
  return new Map(
    products.flatMap(({ variants }) => variants.map((variant) => [variant.item.variantId, variant] as const)),
  )
}

async function filterOf(
  container: MedusaContainer,
  { place }: QuickOrderContext,
  { search, group }: Pick<CatalogueAsked, "search" | "group">,
): Promise<CatalogueFilter> {
  const [onRequestIds, hiddenIds] = await Promise.all([
    sellingTerms.get().onRequestIds(container),
    hiddenProductIds(container),
  ])
  const { salesChannelId, currencyCode } = place
  return { salesChannelId, currencyCode, onRequestIds, hiddenIds, search, group }
}

/** `only`: these variants alone. */
async function showProducts(
  container: MedusaContainer,
  context: QuickOrderContext,
  ids: string[],
  only?: ReadonlySet<string>,
): Promise<ShownProduct[]> {
  if (!ids.length) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: FIELDS, filters: { id: ids } })
  const rows = new Map((data as ProductRow[]).map((row) => [row.id, row]))
  const variantIds = [...rows.values()].flatMap(({ variants }) => variants.map(({ id }) => id))
  const wanted = only ? variantIds.filter((id) => only.has(id)) : variantIds
  const [prices, terms, unseen, packages, options] = await Promise.all([
    personalPrices.get().ofVariants(container, wanted, viewerOf(context)),
    sellingTerms.get().of(container, ids, context.place),
    visibilityOf(container, ids, context.place),
    packagePrices.get()(container, ids, packageViewerOf(context)),
    serviceOptions.get().ofProducts(container, ids, context.place.currencyCode),
  ])
  const percent = context.customer.percent
  const priceOf = (id: string): FoundPrice =>
    ofPackage(packages.get(id), { own: prices.get(id) ?? null, percent, currency: context.place.currencyCode })
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (!row || unseen.hiddenProductIds.has(id)) {
      return []
    }
    const isAskedFor = options.get(id)?.some(({ is_required }) => is_required) ?? false
    const of = { row, terms: terms.get(id) ?? null, isAskedFor, disabled: unseen.disabledVariantIds, packages }
    const variants = [...row.variants]
      .sort((a, b) => (a.variant_rank ?? 0) - (b.variant_rank ?? 0))
      .filter((variant) => !only || only.has(variant.id))
      .flatMap((variant) => showVariant(variant, priceOf(variant.id), of) ?? [])
    return [{ id, title: row.title, description: row.subtitle || row.description, variants }]
  })
}

interface OfProduct {
  row: ProductRow
  terms: ProductTerms | null
  /** Whether something has to be chosen of it that no form of the page asks. */
  isAskedFor: boolean
  disabled: ReadonlySet<string>
  /** Those that are not sold without more are asked for. */
  packages: ReadonlyMap<string, PackagePrice>
}

function showVariant(
  variant: ProductRow["variants"][number],
  { price, isByContents }: FoundPrice,
  { row, terms, isAskedFor, disabled, packages }: OfProduct,
): ShownVariant | null {
  const own = terms?.variants.get(variant.id)
  const found = packages.get(variant.id)
  const isOnRequest = terms?.isOnRequest === true || (terms !== null && isAskedFor) || found?.kind === "ask"
  // With an offer, only its cycles are sold.
  const isSold = terms === null || (own !== undefined && !disabled.has(variant.id))
  const item = quickOrderItem({
    variantId: variant.id,
    visibility: isOnRequest ? "on_request" : isSold ? "visible" : "hidden",
    listPrice: price?.listPrice ?? null,
    yourPrice: price?.yourPrice ?? null,
  })
  return (
    item && {
      item,
      title: variant.title ?? "",
      productTitle: row.title,
      productId: row.id,
      interval: own?.interval ?? null,
      setupFee: own?.setupFee ?? null,
      price,
      isByContents,
      hasChoices: found?.kind === "price" && found.hasChoices,
    }
  )
}

type FoundPrice = Pick<ShownVariant, "price" | "isByContents">

/** The price of a package is that of its contents where its recipe says so. */
function ofPackage(
  found: PackagePrice | undefined,
  { own, percent, currency }: { own: PersonalPrice | null; percent: Decimal | null; currency: string },
): FoundPrice {
  if (found?.kind !== "price" || (own && compare(own.listPrice, found.total) === 0)) {
    return { price: own, isByContents: false }
  }
  const price = packagePrice({ total: found.total, percent, currency })
  return { price: { ...price, isTaxInclusive: own?.isTaxInclusive ?? false, tiers: [] }, isByContents: true }
}
