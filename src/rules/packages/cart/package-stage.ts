import {
  identifyLines,
  isDependent,
  makeLines,
  sharePayload,
  type LineShare,
  type CartLine,
  type CartPlan,
  type LineIdentity,
  type LineProduct,
  type MadeLine,
  type PlannedLine,
  type ProductPlace,
} from "../../cart"
import { isZero } from "../../money"
import { expandPackage } from "../expansion/expand-package"
import { isEmpty, NOTHING_IN_IT } from "../expansion/is-empty"
import { nodesOf, type PackageNode } from "../expansion/package-node"
import { withoutSeparate } from "../expansion/separate-accessories"
import { isTimed, type Articles } from "../recipes/articles"
import { pricePackage, type NodePrice, type PriceReason } from "../pricing/price-package"
import { durationOf, type DurationSettings } from "../time/duration-of"
import { packagePayload, PACKAGES_ROOM, type PackageLine } from "./package-line"

/** A variant of a content as its line shows it. */
export interface ContentProduct {
  title: string
  subtitle: string | null
  product: LineProduct
  place: ProductPlace | null
  requiresShipping: boolean
  /** Medusa's own flag. */
  isDiscountable: boolean
  /** Whether its stock is counted. */
  isStocked: boolean
}

export interface PackageFacts {
  articles: Articles
  /** By variant id; a variant that is gone is not in it. */
  products: ReadonlyMap<string, ContentProduct>
  settings: DurationSettings
  /**
   * Whether Medusa prices the lines afterwards. A price of ours is a custom one until then, so that it is left alone; it
   * is none after it, because a change of region removes lines with a custom price.
   */
  isBeforePrices: boolean
}

/** Why a package cannot be sold as it stands. */
export interface PackageRefusal {
  lineId: string
  /** E.g. `period`. */
  field: string
  reason: string
}

export interface ExpandedPlan {
  plan: CartPlan
  refusals: PackageRefusal[]
}

/** What a line of Medusa's counts to. */
const MOST_PIECES = 2_147_483_647

/** The lines of packages: each content and accessory gets a line of its own, priced by the rule (P17). */
export function packageStage(
  plan: CartPlan,
  packages: ReadonlyMap<string, PackageLine>,
  facts: PackageFacts,
): ExpandedPlan {
  const expanded = plan.lines.flatMap((planned) => {
    const own = isDependent(planned) ? undefined : packages.get(planned.line.id)
    return own ? [expandLine(planned, own, facts)] : []
  })
  const roots = new Map(expanded.flatMap(({ root }) => (root ? [[root.line.id, root]] : [])))
  const identities = new Map([...roots].map(([id, { identity }]) => [id, identity]))
  const lines = plan.lines.map((planned) => ({ ...planned, line: roots.get(planned.line.id)?.line ?? planned.line }))
  const identified = identifyLines({ ...plan, lines }, identities)
  const made = makeLines(
    identified,
    { stage: "expand", room: PACKAGES_ROOM },
    expanded.flatMap((one) => one.contents),
  )
  return { plan: made, refusals: expanded.flatMap(({ refusal }) => refusal ?? []) }
}

interface ExpandedLine {
  root: { line: CartLine; identity: LineIdentity } | null
  contents: MadeLine[]
  refusal: PackageRefusal | null
}

function expandLine({ line }: PlannedLine, own: PackageLine, facts: PackageFacts): ExpandedLine {
  const identity = { room: PACKAGES_ROOM, kind: "package", parentLineId: null, payload: packagePayload(own) }
  const refused = (field: string, reason: string): ExpandedLine => ({
    root: { line, identity },
    contents: [],
    refusal: { lineId: line.id, field, reason: `"${line.title}": ${reason}` },
  })
  const { productId, variantId } = line
  const recipe = productId === null ? undefined : own.book[productId]
  if (productId === null || variantId === null || !recipe) {
    return refused("variant_id", "it is no package any more")
  }
  const { selection, book } = own
  const root = withoutSeparate(expandPackage(book, { productId, variantId, choices: selection.choices }))
  const gone = nodesOf(root).find((node) => node.path !== "" && !facts.products.has(node.variantId))
  if (gone) {
    const what = gone.isUnseen ? "a part of it" : `its content ${gone.path}`
    return refused("items", `${what} is not sold any more: remove it, or choose another one`)
  }
  if (isEmpty(root)) {
    return refused("choices", NOTHING_IN_IT)
  }
  const pieces = line.quantity * Math.max(...nodesOf(root).map((node) => node.quantity))
  if (pieces > MOST_PIECES) {
    return refused("quantity", `so many would hold ${pieces} of one part, the most is ${MOST_PIECES}`)
  }
  if (selection.period === null && needsPeriod(root, facts)) {
    return refused("period", "it is rented: say from when and until when")
  }
  const priced = pricePackage(root, {
    articles: facts.articles,
    duration: selection.period ? durationOf(selection.period, facts.settings) : daysAlone(selection),
    hours: selection.hours,
  })
  if (!priced.ok) {
    const paths = new Set(priced.missing.map(({ path }) => path))
    // A hidden content is named to nobody.
    const visible = nodesOf(root).filter((node) => paths.has(node.path) && !node.isUnseen)
    const names = visible.map(({ variantId: id }) => `"${facts.products.get(id)?.title ?? id}"`).join(", ")
    return refused("currency_code", `${names || "a part of it"} has no price in this currency`)
  }
  const reasons = new Map(priced.prices.map(({ node, reason }) => [node.path, reason]))
  const prices = priced.prices.filter(({ node }) => node.entry !== null)
  return {
    root: { line: pricedRoot(line, priced.prices[0], facts), identity },
    contents: prices.map((price, position) => contentOf(price, { parent: line, own, facts, position, reasons })),
    refusal: null,
  }
}

/** Days that are said without a period; hours count by themselves. */
export const daysAlone = ({ days, hours }: Pick<PackageLine["selection"], "days" | "hours">) =>
  days === null ? null : { days, hours: hours ?? days * 24 }

/** Whether something that is counted in stock is priced by time, alone or in a package that is: it needs a date. */
export function needsPeriod(
  node: PackageNode,
  facts: Pick<PackageFacts, "articles" | "products">,
  isTimedAround = false,
): boolean {
  const unit = node.recipe ? node.recipe.pricing : (facts.articles.get(node.variantId)?.unit ?? "flat")
  const isByTime = isTimedAround || isTimed(unit)
  const isStocked = facts.products.get(node.variantId)?.isStocked ?? false
  return (isByTime && isStocked) || node.children.some((child) => needsPeriod(child, facts, isByTime))
}

function pricedRoot(
  line: CartLine,
  price: NodePrice | undefined,
  { articles, isBeforePrices }: PackageFacts,
): CartLine {
  if (!price || price.reason === "own_price") {
    return line
  }
  const { unitPrice, isTaxInclusive } = price
  const native = articles.get(line.variantId ?? "")?.price ?? null
  // Of what costs nothing in Medusa, too, Medusa may say so.
  const isNative = native !== null && isZero(native) && isZero(unitPrice)
  return { ...line, unitPrice, isTaxInclusive, isCustomPrice: isBeforePrices && !isNative }
}

interface ContentOf {
  parent: CartLine
  own: PackageLine
  facts: PackageFacts
  position: number
  reasons: Reasons
}

/** Why each price of a package is what it is, by path. */
type Reasons = ReadonlyMap<string, PriceReason>

/**
 * A content is an article where its own price counts. It is in the sum of the nearest package around it that its contents
 * make the price of, which may be in another such package; an accessory is in none.
 */
function shareOfContent({ node, reason }: NodePrice, reasons: Reasons): LineShare {
  const isPriced = reason === "own_price" || reason === "by_time"
  const sumPath = isPriced || reason === "by_contents" ? sumPathOf(node, reasons) : null
  return {
    is_article: isPriced,
    is_in_sum: sumPath !== null,
    ...(sumPath ? { sum_slot: sumPath } : {}),
    variant_id: node.variantId,
  }
}

/** The path of the package whose price a node's is a part of, "" at the top; null: of none. */
function sumPathOf({ path, entry }: PackageNode, reasons: Reasons): string | null {
  if (entry?.role === "accessory") {
    return null
  }
  const around = path.split("/").slice(0, -1).join("/")
  return reasons.get(around) === "by_contents" ? around : null
}

function contentOf(price: NodePrice, { parent, own: { selection }, facts, position, reasons }: ContentOf): MadeLine {
  const { node, unitPrice, isTaxInclusive, reason, units } = price
  const shown = facts.products.get(node.variantId)
  const { period } = selection
  const isOut = period !== null
  return {
    identity: {
      room: PACKAGES_ROOM,
      kind: node.entry?.role ?? "content",
      parentLineId: parent.id,
      payload: {
        ...sharePayload(shareOfContent(price, reasons)),
        ...packagePayload({
          slot: node.path,
          product_id: node.productId,
          variant_id: node.variantId,
          quantity: node.quantity,
          is_hidden: node.isUnseen,
          reason,
          units,
          period,
          position,
        }),
      },
    },
    line: {
      productId: node.productId,
      // Medusa reserves a variant for good: what comes back is booked by the room.
      variantId: isOut ? null : node.variantId,
      quantity: parent.quantity * node.quantity,
      unitPrice,
      compareAtPrice: null,
      isTaxInclusive,
      isCustomPrice: true,
      isDiscountable: shown?.isDiscountable ?? true,
      requiresShipping: !isOut && (shown?.requiresShipping ?? false),
      title: shown?.title ?? node.variantId,
      subtitle: shown?.subtitle ?? null,
      product: shown?.product ?? parent.product,
      place: shown?.place ?? null,
    },
  }
}
