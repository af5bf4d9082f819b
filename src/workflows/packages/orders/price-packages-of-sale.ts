import type { MedusaContainer } from "@medusajs/framework/types"
import type { CartLine, CartPlan, PlannedLine } from "../../../rules/cart"
import {
  changedPricings,
  isSameTime,
  orderPackageChanges,
  packageStage,
  type GivenPackage,
  type OrderPackageChanges,
  type PackageFacts,
  type PackageLine,
} from "../../../rules/packages"
import { LINE_IDS } from "../../cart/line-ids"
import { refuse } from "../../errors/refuse"
import { loadPackageFacts } from "./load-package-facts"
import type { PackageSale } from "./load-package-sale"

/** A package of an order, to be priced. */
export interface PricedPackageLine {
  /** As it is to become. */
  line: CartLine
  own: PackageLine
  /** Null: it is added. */
  planned: PlannedLine | null
  /** What it was sold as, where prices that were agreed stay; left out: it is priced as of today. */
  soldAs?: PackageLine
  /** Whether its recipe gives it a price of its own that it was not sold at: else a flat one stays as it was. */
  hasNewPrice?: boolean
}

/** What the rule that carts use makes of an order's packages, as the difference to the order. Refuses what cannot be sold. */
export async function pricePackagesOfSale(
  container: MedusaContainer,
  sale: PackageSale,
  packages: PricedPackageLine[],
): Promise<OrderPackageChanges> {
  const toPrice = packages.flatMap(({ line: { productId, variantId }, own }) =>
    productId !== null && variantId !== null ? [{ productId, variantId, own }] : [],
  )
  const facts = await loadPackageFacts(container, sale.order, toPrice)
  for (const { line, own, soldAs } of packages) {
    const isOtherTime = soldAs && !isSameTime({ from: soldAs, to: own })
    if (isOtherTime && changedPricings(own.book, facts.articles).size) {
      refuse("refresh_recipe", `"${line.title}": it is priced otherwise now: take its recipe anew to change its time`)
    }
  }
  const owns = new Map(packages.map(({ line, own }) => [line.id, own]))
  const priced = packages.map((one) => (one.hasNewPrice ? { ...one, line: atOwnPrice(one.line, facts) } : one))
  const { plan, refusals } = packageStage(planOf(sale, priced), owns, facts)
  const [refusal] = refusals
  if (refusal) {
    refuse(refusal.field, refusal.reason)
  }
  return orderPackageChanges(
    plan,
    new Map(
      packages.map(({ line, own, planned, soldAs }): [string, GivenPackage] => [
        line.id,
        {
          current: planned?.line ?? null,
          isPricedByMedusa: own.book[line.productId ?? ""]?.pricing === "flat",
          change: soldAs ? { from: soldAs, to: own } : null,
        },
      ]),
    ),
  )
}

/** One without a price in the currency is refused by the stage. */
function atOwnPrice(line: CartLine, { articles }: PackageFacts): CartLine {
  const own = articles.get(line.variantId ?? "")?.price ?? null
  return own === null ? line : { ...line, unitPrice: own }
}

function planOf({ order, lines }: PackageSale, packages: PricedPackageLine[]): CartPlan {
  const cart = {
    id: order.id,
    currencyCode: order.currencyCode,
    locale: null,
    lines: lines.map(({ line }) => line),
    records: lines.flatMap(({ record }) => record ?? []),
  }
  const own = packages.map(({ line, planned }): PlannedLine => ({
    line,
    current: planned?.line ?? null,
    record: planned?.record ?? null,
    identity: planned?.identity ?? null,
    taken: [],
    takenByOthers: "0",
  }))
  return { cart, ids: LINE_IDS, lines: own, explanations: [] }
}
