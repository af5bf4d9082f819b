import type { Interval } from "../../calendar"
import { checkCurrencies, isZero, round, type NamedCurrency } from "../../money"
import { checkStoredCycles } from "./check-stored-cycles"
import { cycleTitle } from "./cycle-title"
import { matchCycles } from "./match-cycles"
import type { DraftAmount, FieldProblem } from "./offer-draft"
import { planDefaultNames } from "./plan-default-names"
import { planCycleOption, type NewVariantRequest } from "./plan-cycle-option"
import type { Amount, OfferFacts, OfferPlan, PlannedCycle, WantedCycle, WantedOffer } from "./plan-offer-types"
import type { PaymentType } from "../states"
import { validateOffer } from "./validate-offer"

export type PlannedOffer = { ok: true; plan: OfferPlan } | { ok: false; problems: FieldProblem[] }

/**
 * What saving an offer has to do, decided before anything is written: which cycles stay, come and go, which variants
 * and option values have to be made, every amount as it is to be stored. Or all that is wrong with the request, by
 * field.
 */
export function planOffer(wanted: WantedOffer, facts: OfferFacts): PlannedOffer {
  const problems: FieldProblem[] = []
  const wantedCycles = withFreeCycle(wanted, facts)
  const { matches, removed } = matchCycles(wantedCycles, facts.cycles, problems)
  problems.push(
    ...validateOffer({ ...wanted, cycles: wantedCycles.map(asDraft) }),
    ...productProblems(wanted, facts),
    ...checkCurrencies(wantedCycles.flatMap(currenciesOf), [...facts.currencies, ...facts.pricedIn]),
    ...checkStoredCycles({ wanted: wantedCycles, matches, removed }),
  )
  if (problems.length) {
    return { ok: false, problems }
  }
  const cycles = wantedCycles.map((cycle, index): PlannedCycle => {
    const stored = matches[index] ?? null
    const known = cycle.variantId ?? stored?.variantId
    const prices = cycle.prices && asAmounts(cycle.prices)
    return {
      stored,
      variantId: facts.variants.find((variant) => variant.id === known)?.id ?? null,
      newVariant: null,
      interval: cycle.interval,
      prices: wanted.paymentType === "free" ? freePrices(facts, prices ?? []) : prices,
      setupFees: setupFeesOf(wanted.paymentType, cycle),
    }
  })
  const option = planVariants(wanted.paymentType, cycles, { facts, problems })
  const names = planDefaultNames(cycles, facts, ({ interval }) => titleOf(interval, wanted.paymentType))
  return problems.length ? { ok: false, problems } : { ok: true, plan: { cycles, removed, option, names } }
}

/**
 * A free offer that lists no cycle has one all the same, so that carts know its terms: the only variant, or a new one.
 */
function withFreeCycle(wanted: WantedOffer, facts: OfferFacts): WantedCycle[] {
  if (wanted.cycles.length || wanted.paymentType !== "free") {
    return wanted.cycles
  }
  const [only, ...others] = facts.variants
  const variantId = only && !others.length ? only.id : null
  return [{ id: null, variantId, interval: null, prices: null, setupFees: null }]
}

/** Amounts that stay or are removed need no check; an amount keeps its index in the list. */
function asDraft(cycle: WantedCycle) {
  const amounts = (list: DraftAmount[] | null) => (list ?? []).map((one) => ({ ...one, amount: one.amount ?? "0" }))
  return { ...cycle, prices: amounts(cycle.prices), setupFees: amounts(cycle.setupFees) }
}

function productProblems(wanted: WantedOffer, facts: OfferFacts): FieldProblem[] {
  const isVariant = (id: string | null) => id === null || facts.variants.some((variant) => variant.id === id)
  return [
    ...(facts.collectionId
      ? []
      : [{ field: "collection_id", reason: "the product must be in a collection, its group" }]),
    ...wanted.cycles.flatMap(({ variantId }, index) =>
      isVariant(variantId) ? [] : [{ field: `cycles.${index}.variant_id`, reason: "is not a variant of this product" }],
    ),
    ...wanted.crossSells.flatMap(({ productId }, index) =>
      facts.crossSoldIds.includes(productId)
        ? []
        : [{ field: `cross_sells.${index}.product_id`, reason: "is not a product" }],
    ),
  ]
}

/** Where an amount is given for a currency; none is taken away in any. */
function currenciesOf({ prices, setupFees }: WantedCycle, index: number): NamedCurrency[] {
  const named = (list: DraftAmount[] | null, field: string) =>
    (list ?? []).flatMap(({ currencyCode, amount }, place) =>
      amount === null ? [] : [{ field: `cycles.${index}.${field}.${place}.currency_code`, currencyCode }],
    )
  return [...named(prices, "prices"), ...named(setupFees, "setup_fees")]
}

function asAmounts(list: DraftAmount[]): Amount[] {
  return list
    .filter((one) => one.amount !== null)
    .map(({ currencyCode, amount }) => ({
      currencyCode: currencyCode.toLowerCase(),
      amount: round(String(amount), currencyCode),
    }))
}

/** Zero in every currency that the store sells in, since Medusa cannot sell a variant without a price. */
function freePrices(facts: OfferFacts, given: Amount[]): Amount[] {
  const currencies = new Set([...facts.currencies, ...given.map((price) => price.currencyCode)])
  return [...currencies].map((currencyCode) => ({ currencyCode, amount: "0" }))
}

function setupFeesOf(paymentType: PaymentType, cycle: WantedCycle): Amount[] | null {
  if (paymentType === "free") {
    return []
  }
  return cycle.setupFees && asAmounts(cycle.setupFees).filter((fee) => !isZero(fee.amount))
}

const titleOf = (interval: Interval | null, paymentType: PaymentType): string => {
  if (interval) {
    return cycleTitle(interval)
  }
  return paymentType === "free" ? "Free" : "Lifetime"
}

/** Plans a new variant for each cycle without one, and the option values it needs. */
function planVariants(
  paymentType: PaymentType,
  cycles: PlannedCycle[],
  { facts, problems }: { facts: OfferFacts; problems: FieldProblem[] },
) {
  const requests = cycles.flatMap((cycle, index): NewVariantRequest[] =>
    cycle.variantId ? [] : [{ index, title: titleOf(cycle.interval, paymentType) }],
  )
  const kept = cycles.flatMap((cycle) => cycle.variantId ?? [])
  const { option, valuesOf } = planCycleOption({ facts, kept, requests }, problems)
  for (const { index, title } of requests) {
    const options = valuesOf.get(index) ?? {}
    const twin = variantWith(options, facts)
    if (twin) {
      const reason = `must be given: the product has the variant "${twin.title}" (${twin.id}) already`
      problems.push({ field: `cycles.${index}.variant_id`, reason })
    }
    const cycle = cycles[index]
    if (cycle) {
      cycle.newVariant = { title, options }
    }
  }
  return option
}

function variantWith(options: Record<string, string>, facts: OfferFacts) {
  const ids = Object.entries(options).map(([title, value]) => {
    const option = facts.options.find((one) => one.title === title)
    return option?.values.find((one) => one.value === value)?.id
  })
  const hasAll = (valueIds: string[]) => ids.length > 0 && ids.every((id) => id !== undefined && valueIds.includes(id))
  return facts.variants.find((variant) => hasAll(variant.valueIds))
}
