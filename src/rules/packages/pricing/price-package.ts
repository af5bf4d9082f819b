import { add, isZero, multiply, sum, type Decimal } from "../../money"
import { nodesOf, type PackageNode } from "../expansion/package-node"
import { isPercentArticle, isTimed, type Article, type Articles } from "../recipes/articles"
import type { Recipe } from "../recipes/recipe"
import type { Duration } from "../time/duration-of"
import { cheapestComposition } from "./cheapest-composition"

/** Why a node's price is what it is. */
export const PRICE_REASONS = [
  /** Its own price, once per piece. */
  "own_price",
  /** Its own price for the days or hours. */
  "by_time",
  /** A package that its contents make the price of. */
  "by_contents",
  /** In the price of a package around it. */
  "included",
  /** Hidden in a package priced by what is visible. */
  "hidden",
  /** A required accessory that is not shown. */
  "not_shown",
  /** A percentage of the order or group, counted last. */
  "percentage",
] as const
export type PriceReason = (typeof PRICE_REASONS)[number]

/** The price of one node, as a line has it. */
export interface NodePrice {
  node: PackageNode
  /** Per piece of this node, with tax in it if `isTaxInclusive`. */
  unitPrice: Decimal
  isTaxInclusive: boolean
  reason: PriceReason
  /** Days or hours that were counted; null: none. */
  units: number | null
  /** Whether it is outside the package's sum: an accessory, or in one (P16). */
  isBeside: boolean
}

export interface PricingFacts {
  articles: Articles
  /** Null: the order names none, and articles count their minimum. */
  duration: Duration | null
  /** Hours said on the order for contents by the hour; null: the recipe's. */
  hours: number | null
}

/** No price in the currency, of a variant whose own price counts. */
export interface MissingPrice {
  path: string
  variantId: string
}

export type PricedPackage =
  | { ok: true; prices: NodePrice[]; /** For one package, accessories in it. */ total: Decimal; hasPercent: boolean }
  | { ok: false; missing: MissingPrice[] }

/** The price of each line of a package, a package before its contents (P4 to P7, P10, P16). */
export function pricePackage(root: PackageNode, facts: PricingFacts): PricedPackage {
  const prices: NodePrice[] = []
  const missing: MissingPrice[] = []
  const byTime = new Map<string, Decimal>()
  const visit = (node: PackageNode, around: Around): void => {
    const priced = priceOf(node, { around, facts, byTime })
    if (priced) {
      prices.push({ node, ...priced, isBeside: isBeside(node, around) })
    } else {
      missing.push({ path: node.path, variantId: node.variantId })
    }
    const inside = aroundContents(node, around)
    for (const child of node.children) {
      visit(child, inside)
    }
  }
  visit(root, NOTHING_AROUND)
  if (missing.length) {
    return { ok: false, missing }
  }
  const total = sum(prices.map(({ node, unitPrice }) => multiply(unitPrice, node.quantity)))
  return { ok: true, prices, total, hasPercent: prices.some(({ reason }) => reason === "percentage") }
}

/** What the packages around a node say of its price. */
interface Around {
  /** The recipe that the node is an entry of; null: the package itself. */
  recipe: Recipe | null
  /** Whether a package around it has a price of its own. */
  isIncluded: boolean
  /** Whether it is in a hidden part of a package priced by what is visible. */
  isNotCounted: boolean
  /** Whether it is in a required accessory that is not shown. */
  isNotShown: boolean
  /** Whether it is in an accessory. */
  isBeside: boolean
  defaultHours: number | null
}

const NOTHING_AROUND: Around = {
  ...{ recipe: null, isIncluded: false, isNotCounted: false, isNotShown: false },
  ...{ isBeside: false, defaultHours: null },
}

function aroundContents(node: PackageNode, around: Around): Around {
  const { recipe } = node
  if (!recipe) {
    return around
  }
  return {
    recipe,
    isIncluded: (around.isIncluded && !isAccessory(node)) || !isByContents(recipe),
    isBeside: isBeside(node, around),
    isNotCounted: isAccessory(node) ? false : isNotCounted(node, around),
    isNotShown: isNotShown(node, around),
    defaultHours: recipe.defaultHours ?? around.defaultHours,
  }
}

export const isByContents = ({ pricing }: Pick<Recipe, "pricing">): boolean =>
  pricing === "contents_all" || pricing === "contents_visible"

const isAccessory = ({ entry }: PackageNode): boolean => entry?.role === "accessory"

const isBeside = (node: PackageNode, around: Around): boolean => around.isBeside || isAccessory(node)

const isNotCounted = (node: PackageNode, { recipe, isNotCounted: already }: Around): boolean =>
  already || (recipe?.pricing === "contents_visible" && node.isHidden)

/** An accessory goes by its own word, whatever it is in (P16). */
const isNotShown = (node: PackageNode, around: Around): boolean =>
  isAccessory(node) ? !node.entry?.isOptional && node.isUnseen : around.isNotShown

interface Pricing {
  around: Around
  facts: PricingFacts
  /** Prices by time already composed, by variant. */
  byTime: Map<string, Decimal>
}

function priceOf(node: PackageNode, pricing: Pricing): Omit<NodePrice, "node" | "isBeside"> | null {
  const { around, facts } = pricing
  const article = facts.articles.get(node.variantId)
  const isTaxInclusive = article?.isTaxInclusive ?? false
  const free = (reason: PriceReason) => ({ unitPrice: "0", isTaxInclusive, reason, units: null })
  if (isNotShown(node, around)) {
    return free("not_shown")
  }
  if (article && isPercentArticle(article) && !node.recipe) {
    return free("percentage")
  }
  if (!isAccessory(node) && around.isIncluded) {
    return free("included")
  }
  if (!isAccessory(node) && isNotCounted(node, around)) {
    return free("hidden")
  }
  if (node.recipe && isByContents(node.recipe)) {
    return free("by_contents")
  }
  return article ? ownPrice(node, article, pricing) : null
}

function ownPrice(
  node: PackageNode,
  article: Article,
  { around, facts, byTime }: Pricing,
): Omit<NodePrice, "node" | "isBeside"> | null {
  const unit = node.recipe ? node.recipe.pricing : article.unit
  if (!isTimed(unit)) {
    const { price, isTaxInclusive } = article
    return price === null || standsForContents(node, article)
      ? null
      : { unitPrice: price, isTaxInclusive, reason: "own_price", units: null }
  }
  const minimum = node.recipe ? node.recipe.minimumDuration : article.minimumDuration
  const said = unit === "day" ? (facts.duration?.days ?? null) : hoursOf(node, { around, facts })
  const units = Math.max(said ?? 1, minimum ?? 1)
  const key = `${node.variantId} ${units}`
  const known = byTime.get(key) ?? timePrice(article, units)
  if (known === null) {
    return null
  }
  byTime.set(key, known)
  return { unitPrice: known, isTaxInclusive: article.isTaxInclusive, reason: "by_time", units }
}

/** Medusa's price of nothing of a package that its contents make the price of is none where it is sold without them. */
const standsForContents = ({ recipe }: PackageNode, { packagePricing, price }: Article): boolean =>
  !recipe && price !== null && isZero(price) && isByContents({ pricing: packagePricing ?? "flat" })

/** A package at the top counts the hours of its period; what is in one counts those of the order, then the recipe's. */
function hoursOf(node: PackageNode, { around, facts }: Pick<Pricing, "around" | "facts">): number | null {
  const ofPeriod = facts.duration?.hours ?? null
  return node.entry === null ? (ofPeriod ?? facts.hours) : (facts.hours ?? around.defaultHours ?? ofPeriod)
}

function timePrice({ rates, price }: Article, units: number): Decimal | null {
  if (rates?.steps.length) {
    return cheapestComposition(rates, units)
  }
  return price === null ? null : multiply(price, units)
}

/** What one package costs of a node and all that is in it. */
export function totalUnder(prices: readonly NodePrice[], node: PackageNode): Decimal {
  const inside = new Set(nodesOf(node).map(({ path }) => path))
  return prices.reduce(
    (total, one) => (inside.has(one.node.path) ? add(total, multiply(one.unitPrice, one.node.quantity)) : total),
    "0",
  )
}
