import type { CycleColumns, OfferColumns, SetupFeeColumns, StoredOffer } from "./offer-columns"
import type { OfferPlan, PlannedCycle } from "./plan-offer-types"
import type { OfferRequest } from "./wanted-offer"

const NEW_OFFER: Omit<OfferColumns, "id" | "product_id" | "payment_type"> = {
  provisioning_type: null,
  auto_create_service: true,
  rank: 0,
  hidden: false,
  on_request: false,
  collection_method: null,
  trial_days: null,
  duration_unit: null,
  duration_count: null,
  cycle_limit: null,
  billing_day: null,
  billing_month: null,
  minimum_term_unit: null,
  minimum_term_count: null,
  notice_unit: null,
  notice_count: null,
  cross_sells: [],
  version: 1,
  changed_in: {},
}

/** Fields of the request that are stored under the same name; what is left out of it stays. */
const OWN_FIELDS = [
  "payment_type",
  "provisioning_type",
  "auto_create_service",
  "rank",
  "hidden",
  "on_request",
  "collection_method",
  "cross_sells",
] as const satisfies readonly (keyof OfferRequest & keyof OfferColumns)[]

export interface OfferToStore {
  product_id: string
  offer: OfferRequest
}

/** What is known once the plan's variants exist. */
export interface PlannedOffer {
  plan: OfferPlan
  stored: StoredOffer | null
  /** The variants that were made for it, in the order of the plan's cycles that have none. */
  madeVariantIds: readonly string[]
  /** Gives a new id with this prefix. */
  newId: (prefix: "boff" | "bcyc" | "bfee") => string
}

/** The rows of an offer to store; existing ones keep their ids. */
export function offerRows(input: OfferToStore, { plan, stored, madeVariantIds, newId }: PlannedOffer): StoredOffer {
  const made = [...madeVariantIds]
  const cycles = plan.cycles.map((planned, index): CycleColumns => {
    const own = planned.variantId === null ? made.shift() : undefined
    const kept = planned.stored?.variantId === planned.variantId ? planned.stored : null
    return {
      id: planned.stored?.id ?? newId("bcyc"),
      variant_id: planned.variantId ?? own ?? "",
      interval_unit: planned.interval?.unit ?? null,
      interval_count: planned.interval?.count ?? null,
      rank: input.offer.cycles[index]?.rank ?? index,
      made_variant: own !== undefined || Boolean(kept?.madeVariant),
    }
  })
  const setupFees = cycles.flatMap((cycle, index) =>
    setupFeeRows(cycle.id, plan.cycles[index]?.setupFees ?? null, { old: stored?.setupFees ?? [], newId }),
  )
  return { offer: offerRow(input, stored?.offer, newId), cycles, setupFees }
}

function offerRow(
  { product_id, offer }: OfferToStore,
  old: OfferColumns | undefined,
  newId: PlannedOffer["newId"],
): OfferColumns {
  const given = Object.fromEntries(OWN_FIELDS.flatMap((key) => (offer[key] === undefined ? [] : [[key, offer[key]]])))
  const base: OfferColumns = old ?? { ...NEW_OFFER, id: newId("boff"), product_id, payment_type: offer.payment_type }
  const trial = offer.trial_days === undefined ? base.trial_days : offer.trial_days || null
  const duration =
    offer.duration === undefined
      ? {}
      : { duration_unit: offer.duration?.unit ?? null, duration_count: offer.duration?.count ?? null }
  return { ...base, ...given, trial_days: trial, ...duration, ...termColumns(offer, base) }
}

/** What is agreed beyond the price; only of what recurs. */
function termColumns(offer: OfferRequest, base: OfferColumns): Partial<OfferColumns> {
  const { billing_day: day, minimum_term: term, notice } = offer
  return {
    cycle_limit: offer.cycle_limit === undefined ? base.cycle_limit : offer.cycle_limit || null,
    ...(day === undefined ? {} : { billing_day: day?.day ?? null, billing_month: day ? (day.month ?? 1) : null }),
    ...(term === undefined ? {} : { minimum_term_unit: term?.unit ?? null, minimum_term_count: term?.count ?? null }),
    ...(notice === undefined ? {} : { notice_unit: notice?.unit ?? null, notice_count: notice?.count ?? null }),
  }
}

/** The fees of a cycle: the requested ones, with existing ids, or the stored ones. */
function setupFeeRows(
  cycleId: string,
  wanted: PlannedCycle["setupFees"],
  { old, newId }: { old: readonly SetupFeeColumns[]; newId: PlannedOffer["newId"] },
): SetupFeeColumns[] {
  const before = old.filter((fee) => fee.cycle_id === cycleId)
  if (!wanted) {
    return before
  }
  return wanted.map(({ currencyCode, amount }) => ({
    id: before.find((fee) => fee.currency_code === currencyCode)?.id ?? newId("bfee"),
    cycle_id: cycleId,
    currency_code: currencyCode,
    amount,
  }))
}
