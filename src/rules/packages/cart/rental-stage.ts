import {
  identifyLines,
  isDependent,
  makeLines,
  sharePayload,
  type CartPlan,
  type LineIdentity,
  type MadeLine,
  type PlannedLine,
} from "../../cart"
import type { PackageNode } from "../expansion/package-node"
import { pricePackage, type NodePrice } from "../pricing/price-package"
import { isTimed, type Articles } from "../recipes/articles"
import { durationOf } from "../time/duration-of"
import { packagePayload, PACKAGES_ROOM, rentalLineOf, type RentalLine, type RentalTerms } from "./package-line"
import { daysAlone, type ExpandedPlan, type PackageFacts, type PackageRefusal } from "./package-stage"

/** An article that Medusa's own route adds: its minimum duration is sold. */
export const NO_TERMS: RentalTerms = { period: null, hours: null, days: null }

/**
 * What is rented with each line of a plan, by line id: as its record says, or, where a line of an article that is priced
 * by time has none, for its minimum duration. Lines of packages are not looked at.
 */
export function rentalsOf(
  { lines }: CartPlan,
  articles: Articles,
  isPackage: (lineId: string) => boolean,
): Map<string, RentalLine> {
  return new Map(
    lines.flatMap((planned): [string, RentalLine][] => {
      const { line, record, identity } = planned
      const { id, productId, variantId } = line
      // One that comes beside a package has no record yet.
      const known = rentalLineOf((record ?? identity)?.payload)
      if (known && isSaid(known.terms)) {
        return [[id, known]]
      }
      const article = variantId === null ? undefined : articles.get(variantId)
      if (!article || productId === null || variantId === null || !isTimed(article.unit)) {
        return []
      }
      return isPackage(id) || isDependent(planned)
        ? []
        : [[id, { slot: "rental", product_id: productId, variant_id: variantId, terms: NO_TERMS, delivery: null }]]
    }),
  )
}

const isSaid = ({ period, hours, days }: RentalTerms): boolean => period !== null || hours !== null || days !== null

/**
 * Single articles that are priced by time: each is priced by the rule, and one that is out for a period, which has no
 * variant in Medusa, is sent by a line that depends on it.
 */
export function rentalStage(
  plan: CartPlan,
  rentals: ReadonlyMap<string, RentalLine>,
  facts: PackageFacts,
): ExpandedPlan {
  const rented = plan.lines.flatMap((planned) => {
    const own = rentals.get(planned.line.id)
    return own ? [rentLine(planned, own, facts)] : []
  })
  const byId = new Map(rented.map((one) => [one.planned.line.id, one]))
  const lines = plan.lines.map((planned) => byId.get(planned.line.id)?.planned ?? planned)
  const identities = new Map(rented.map(({ planned, identity }) => [planned.line.id, identity]))
  const made = makeLines(
    identifyLines({ ...plan, lines }, identities),
    { stage: "expand", room: PACKAGES_ROOM },
    rented.flatMap(({ delivery }) => delivery ?? []),
  )
  return { plan: made, refusals: rented.flatMap(({ refusal }) => refusal ?? []) }
}

interface RentedLine {
  planned: PlannedLine
  identity: LineIdentity
  delivery: MadeLine | null
  refusal: PackageRefusal | null
}

function rentLine(planned: PlannedLine, own: RentalLine, facts: PackageFacts): RentedLine {
  const { line } = planned
  const share = { is_article: true, is_in_sum: false, variant_id: own.variant_id }
  const identity: LineIdentity = {
    room: PACKAGES_ROOM,
    kind: "rental",
    parentLineId: null,
    payload: { ...sharePayload(share), ...packagePayload(own) },
  }
  const refused = (field: string, reason: string): RentedLine => {
    const refusal = { lineId: line.id, field, reason: `"${line.title}": ${reason}` }
    return { planned, identity, delivery: null, refusal }
  }
  const shown = facts.products.get(own.variant_id)
  const goneDelivery = own.delivery !== null && !facts.products.has(own.delivery.variant_id)
  if (!shown || goneDelivery) {
    return refused("variant_id", shown ? "it cannot be delivered any more" : "it is not sold any more")
  }
  if (own.terms.period === null && shown.isStocked) {
    return refused("period", "it is rented: say from when and until when")
  }
  const price = rentalPrice(own, facts)
  return price
    ? {
        planned: { ...planned, line: { ...line, ...priceFields(price, facts) } },
        identity,
        delivery: own.delivery && deliveryOf(planned, own.delivery, facts),
        refusal: null,
      }
    : refused("currency_code", "it has no price in this currency")
}

/** One piece for as long as it is rented; null: there is no price in the currency. */
export function rentalPrice(
  { product_id, variant_id, terms }: Pick<RentalLine, "product_id" | "variant_id" | "terms">,
  { articles, settings }: Pick<PackageFacts, "articles" | "settings">,
): NodePrice | null {
  const { period, hours } = terms
  const ofPeriod = period && durationOf(period, settings)
  // Hours beside a period are those that an accessory of a package counts.
  const duration = ofPeriod ? { ...ofPeriod, hours: hours ?? ofPeriod.hours } : daysAlone(terms)
  const priced = pricePackage(alone(product_id, variant_id), { articles, duration, hours })
  return priced.ok ? (priced.prices[0] ?? null) : null
}

const alone = (productId: string, variantId: string): PackageNode => ({
  ...{ path: "", entry: null, productId, variantId, quantity: 1 },
  ...{ isHidden: false, isUnseen: false, recipe: null, children: [] },
})

/** A price of ours is a custom one only while Medusa prices the cart, as with packages. */
const priceFields = ({ unitPrice, isTaxInclusive }: NodePrice, { isBeforePrices }: PackageFacts) => ({
  ...{ unitPrice, isTaxInclusive, compareAtPrice: null },
  isCustomPrice: isBeforePrices,
})

function deliveryOf(
  { line: rented }: PlannedLine,
  { product_id, variant_id }: NonNullable<RentalLine["delivery"]>,
  { products }: PackageFacts,
): MadeLine {
  const shown = products.get(variant_id)
  return {
    identity: {
      room: PACKAGES_ROOM,
      kind: "delivery",
      parentLineId: rented.id,
      payload: {
        ...sharePayload({ is_article: false, is_in_sum: false, variant_id: null }),
        ...packagePayload({
          ...{ slot: "delivery", product_id, variant_id, quantity: 1, is_hidden: false },
          ...{ reason: "included" as const, units: null, period: null, position: 0 },
        }),
      },
    },
    line: {
      ...{ productId: product_id, variantId: variant_id, quantity: rented.quantity },
      ...{ unitPrice: "0", compareAtPrice: null, isTaxInclusive: rented.isTaxInclusive, isCustomPrice: true },
      ...{ isDiscountable: false, requiresShipping: true },
      title: shown?.title ?? "",
      subtitle: rented.title,
      product: shown?.product ?? rented.product,
      place: shown?.place ?? null,
    },
  }
}
