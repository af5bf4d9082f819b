import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import { isDependent, isSameJson, type CartPlan } from "../../../rules/cart"
import {
  accessoryLines,
  begunRental,
  expandPackage,
  markPercentLines,
  nodesOf,
  NOTHING_SELECTED,
  outLineOf,
  packageLineOf,
  packageStage,
  recipesUnder,
  rentalLineOf,
  rentalsOf,
  rentalStage,
  stockLinesOf,
  withPricingOfToday,
  type PackageFacts,
  type PackageLine,
} from "../../../rules/packages"
import type { CartStage, StageInput, StageOutcome } from "../../cart/cart-stage"
import type { PassMemory } from "../../cart/pass-memory"
import type { MedusaCart } from "../../cart/medusa-cart"
import { refuse } from "../../errors/refuse"
import { loadRecipeBook } from "../catalog/load-recipe-book"
import { checkStockOfCart } from "../stock/check-stock-of-cart"
import { holdStockOfCart } from "../stock/hold-stock-of-cart"
import { loadCartVariants } from "./load-cart-variants"

/**
 * Packages: a line for each content (P17); and single articles that are priced by time. What is sold is the recipe as it was when the package came into the cart
 * (P20); a line that Medusa's own route has added gets the recipe of now, with its defaults.
 */
export const expandStage: CartStage = {
  name: "expand",
  run: async (container, { plan, cart, pass, memory }) => {
    const { recorded, fresh } = await packagesOf(container, plan, memory)
    const sold = new Map([...recorded, ...fresh])
    const isBeforePrices = pass.kind === "lines"
    const facts = await loadFacts(container, { plan, cart, memory, packages: sold, isBeforePrices })
    const packages = pricedAsToday(sold, facts)
    const beside = accessoryLines(plan, fresh, facts)
    const expanded = packageStage(markPercentLines(beside.plan, facts.articles), packages, facts)
    const rentals = rentalsOf(expanded.plan, facts.articles, (lineId) => packages.has(lineId))
    const rented = rentalStage(expanded.plan, rentals, facts)
    const [refusal] = [...beside.refusals, ...expanded.refusals, ...rented.refusals]
    if (refusal) {
      refuse(refusal.field, refusal.reason)
    }
    return guardStock(container, { plan: rented.plan, cart, pass }, facts)
  },
}

/** Prices are of today in a cart, and so is what they are per (P20). */
const pricedAsToday = (packages: Packages, { articles }: PackageFacts): Packages =>
  new Map([...packages].map(([id, own]) => [id, { ...own, book: withPricingOfToday(own.book, articles) }]))

/** Refuses what is not in stock when it comes into the cart; at completion it is held for the order (P18). */
async function guardStock(
  container: MedusaContainer,
  { plan, cart, pass }: Omit<StageInput, "memory">,
  { products }: Pick<PackageFacts, "products">,
): Promise<StageOutcome> {
  const order = { id: cart.id, salesChannelId: cart.sales_channel_id ?? null, lines: stockLinesOf(plan.lines) }
  if (pass.kind === "completion") {
    await refuseBegun(container, plan)
    return { plan, reserve: () => holdStockOfCart(container, order) }
  }
  // What was not read is taken for counted.
  const isCounted = order.lines.some(({ variantId }) => products.get(variantId)?.isStocked ?? true)
  if (pass.kind === "lines" && isCounted && (pass.added.size || asksForMore(plan))) {
    await checkStockOfCart(container, order)
  }
  return { plan }
}

/** Who is paying when it begins still gets it. */
async function refuseBegun(container: MedusaContainer, { lines }: CartPlan): Promise<void> {
  if (lines.some(({ identity }) => outLineOf(identity?.payload)?.period)) {
    const now = Date.parse(await container.resolve<CoreModuleService>(CORE_MODULE).now())
    const { holdMinutes } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).options
    const refusal = begunRental(lines, new Date(now - holdMinutes * 60_000).toISOString())
    if (refusal) {
      refuse(refusal.field, refusal.reason)
    }
  }
}

/** More units, or others: for another time. */
const asksForMore = ({ lines }: CartPlan): boolean =>
  lines.some(
    ({ line, current, record, identity }) =>
      current === null ||
      line.quantity > current.quantity ||
      !isSameJson(outLineOf(identity?.payload)?.period ?? null, outLineOf(record?.payload)?.period ?? null),
  )

type Packages = Map<string, PackageLine>

/** What is sold with each line of a package, by line id; `fresh` are those that Medusa's own route has added. */
async function packagesOf(
  container: MedusaContainer,
  { lines }: CartPlan,
  memory: PassMemory,
): Promise<{ recorded: Packages; fresh: Packages }> {
  const own = lines.filter((planned) => !isDependent(planned) && !rentalLineOf(planned.record?.payload))
  const recorded = own.flatMap(({ line, record }): [string, PackageLine][] => {
    const known = packageLineOf(record?.payload)
    return known ? [[line.id, known]] : []
  })
  const known = new Map(recorded)
  const left = own.filter(({ line }) => !known.has(line.id))
  const productIds = [...new Set(left.flatMap(({ line }) => line.productId ?? []))].sort()
  const book = await memory.once(`packages: recipes of ${productIds.join()}`, () =>
    loadRecipeBook(container, productIds),
  )
  const added = left.flatMap(({ line: { id, productId } }): [string, PackageLine][] =>
    productId !== null && book[productId]
      ? [[id, { slot: "", book: recipesUnder(book, productId), selection: NOTHING_SELECTED }]]
      : [],
  )
  return { recorded: known, fresh: new Map(added) }
}

interface Loading extends Pick<StageInput, "plan" | "memory"> {
  cart: MedusaCart
  packages: ReadonlyMap<string, PackageLine>
  isBeforePrices: boolean
}

async function loadFacts(
  container: MedusaContainer,
  { plan, cart, memory, packages, isBeforePrices }: Loading,
): Promise<PackageFacts> {
  const variants = plan.lines.flatMap(({ line: { id, productId, variantId }, record }) => {
    const own = packages.get(id)
    const rental = rentalLineOf(record?.payload)
    if (rental) {
      const { product_id, variant_id, delivery } = rental
      return [{ product_id, variant_id }, ...(delivery ? [delivery] : [])].map(articleNamed)
    }
    return own && productId !== null && variantId !== null && own.book[productId]
      ? nodesOf(expandPackage(own.book, { productId, variantId, choices: own.selection.choices }))
      : articleOf({ productId, variantId })
  })
  const loaded = await loadCartVariants(container, { cart, memory }, variants)
  const { timeZone } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const { dayCount } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).options
  return { ...loaded, settings: { timeZone, dayCount }, isBeforePrices }
}

const articleNamed = ({ product_id, variant_id }: { product_id: string; variant_id: string }) => ({
  productId: product_id,
  variantId: variant_id,
})

const articleOf = ({ productId, variantId }: { productId: string | null; variantId: string | null }) =>
  productId === null || variantId === null ? [] : [{ productId, variantId }]
