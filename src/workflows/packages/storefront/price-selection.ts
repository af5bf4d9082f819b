import type { MedusaContainer } from "@medusajs/framework/types"
import type { StorePackageLineAnswer } from "../../../contracts/packages/store"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import { sum, type Decimal } from "../../../rules/money"
import {
  daysAlone,
  durationOf,
  expandPackage,
  isEmpty,
  needsPeriod,
  nodesOf,
  NOTHING_IN_IT,
  pricePackage,
  visiblePrices,
  withPricingOfToday,
  type ContentProduct,
  type PackageNode,
  type RecipeBook,
  type Selection,
  type VisiblePrice,
} from "../../../rules/packages"
import { refuse } from "../../errors/refuse"
import { loadVariants, type ArticleContext } from "../catalog/load-articles"

export interface SelectionToPrice {
  book: RecipeBook
  productId: string
  variantId: string
  selection: Selection
  quantity: number
  /** It is in a cart: what is not sold any more is a part of it until it is changed. */
  isInCart?: boolean
}

export interface PricedSelection {
  /** Visible ones, the package first. */
  lines: VisiblePrice[]
  total: Decimal
  hasPercent: boolean
  needsPeriod: boolean
  products: ReadonlyMap<string, ContentProduct>
}

/**
 * What a package costs with these choices, as a cart has it before discounts: the same rule on the same facts. Hidden
 * contents are in the package's own line. The number of statements does not depend on the recipe. Throws NOT_ALLOWED
 * naming field and reason.
 */
export async function priceSelection(
  container: MedusaContainer,
  { book, productId, variantId, selection, quantity, isInCart = false }: SelectionToPrice,
  context: ArticleContext,
): Promise<PricedSelection> {
  const { choices } = selection
  const nodes = nodesOf(expandPackage(book, { productId, variantId, choices }))
  // A flat package's line is Medusa's own in the cart.
  const bought = book[productId]?.pricing === "flat" ? { variantId, quantity } : undefined
  const { articles, products } = await loadVariants(container, nodes, { ...context, bought })
  const root = expandPackage(withPricingOfToday(book, articles), { productId, variantId, choices })
  const gone = nodes.find((node) => node.path !== "" && !products.has(node.variantId))
  if (gone && !isInCart) {
    refuse("items", gone.isUnseen ? "A part of the package is not sold" : `Its content ${gone.path} is not sold`)
  }
  if (isEmpty(root)) {
    refuse("choices", NOTHING_IN_IT)
  }
  const { timeZone } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const { dayCount } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).options
  const { period, hours } = selection
  const duration = period ? durationOf(period, { timeZone, dayCount }) : daysAlone(selection)
  const priced = pricePackage(root, { articles, duration, hours })
  if (!priced.ok) {
    return refuse("currency_code", `${titlesOf(nodes, priced.missing, products)} has no price in this currency`)
  }
  const lines = visiblePrices(priced.prices, quantity)
  return {
    lines,
    total: sum(lines.map((line) => line.total)),
    // Of one that is hidden nothing is told.
    hasPercent: lines.some(({ reason }) => reason === "percentage"),
    needsPeriod: needsPeriod(root, { articles, products }),
    products,
  }
}

/** What a customer may be told of the parts that have no price. */
function titlesOf(
  nodes: readonly PackageNode[],
  missing: readonly { path: string }[],
  products: ReadonlyMap<string, ContentProduct>,
): string {
  const paths = new Set(missing.map(({ path }) => path))
  const visible = nodes.filter((node) => paths.has(node.path) && !node.isUnseen)
  const titles = visible.map(({ variantId }) => `"${products.get(variantId)?.title ?? variantId}"`)
  return titles.length ? titles.join(", ") : "The package"
}

/** A line of a priced package, as the Store API answers it. */
export function packageLineAnswer(
  { node, quantity, unitPrice, total, isTaxInclusive, reason, units }: VisiblePrice,
  products: ReadonlyMap<string, ContentProduct>,
): StorePackageLineAnswer {
  const shown = products.get(node.variantId)
  return {
    path: node.path,
    role: node.entry?.role ?? "package",
    product_id: node.productId,
    variant_id: node.variantId,
    title: shown?.title ?? "",
    variant_title: shown?.subtitle ?? null,
    thumbnail: shown?.product.thumbnail ?? null,
    quantity,
    unit_price: unitPrice,
    total,
    is_tax_inclusive: isTaxInclusive,
    reason,
    units,
  }
}
