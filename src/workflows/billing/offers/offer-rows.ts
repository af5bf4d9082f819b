import { generateEntityId } from "@medusajs/framework/utils"
import type { SaveOffer } from "../../../contracts/billing/offers"
import type { CycleRow, OfferRow, SetupFeeRow, StoredOffer } from "../../../modules/billing"
import type { OfferPlan, PlannedCycle } from "../../../rules/billing/offers/plan-offer-types"
import type { SaveOfferInput } from "./steps/plan-offer"

const NEW_OFFER: Omit<OfferRow, "id" | "product_id" | "payment_type"> = {
  provisioning_type: null,
  auto_create_service: true,
  rank: 0,
  hidden: false,
  on_request: false,
  collection_method: null,
  trial_days: null,
  duration_unit: null,
  duration_count: null,
  cross_sells: [],
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
] as const satisfies readonly (keyof SaveOffer & keyof OfferRow)[]

function offerRow({ product_id, offer }: SaveOfferInput, old: OfferRow | undefined): OfferRow {
  const given = Object.fromEntries(OWN_FIELDS.flatMap((key) => (offer[key] === undefined ? [] : [[key, offer[key]]])))
  const base: OfferRow = old ?? {
    ...NEW_OFFER,
    id: generateEntityId(undefined, "boff"),
    product_id,
    payment_type: offer.payment_type,
  }
  const trial = offer.trial_days === undefined ? base.trial_days : offer.trial_days || null
  const duration =
    offer.duration === undefined
      ? {}
      : { duration_unit: offer.duration?.unit ?? null, duration_count: offer.duration?.count ?? null }
  return { ...base, ...given, trial_days: trial, ...duration }
}

/** The fees of a cycle: those asked for, under the ids that they have had; or as they were. */
function setupFeeRows(cycleId: string, wanted: PlannedCycle["setupFees"], old: SetupFeeRow[]): SetupFeeRow[] {
  const before = old.filter((fee) => fee.cycle_id === cycleId)
  if (!wanted) {
    return before
  }
  return wanted.map(({ currencyCode, amount }) => ({
    id: before.find((fee) => fee.currency_code === currencyCode)?.id ?? generateEntityId(undefined, "bfee"),
    cycle_id: cycleId,
    currency_code: currencyCode,
    amount,
  }))
}

/**
 * An offer as it is to be stored. `madeVariantIds` are the variants that were made for it, in the order of the plan's
 * cycles that have none.
 */
export function offerRows(
  input: SaveOfferInput,
  { plan, stored }: { plan: OfferPlan; stored: StoredOffer | null },
  madeVariantIds: string[],
): StoredOffer {
  const made = [...madeVariantIds]
  const cycles = plan.cycles.map((planned, index): CycleRow => {
    const own = planned.variantId === null ? made.shift() : undefined
    const kept = planned.stored?.variantId === planned.variantId ? planned.stored : null
    return {
      id: planned.stored?.id ?? generateEntityId(undefined, "bcyc"),
      variant_id: planned.variantId ?? own ?? "",
      interval_unit: planned.interval?.unit ?? null,
      interval_count: planned.interval?.count ?? null,
      rank: input.offer.cycles[index]?.rank ?? index,
      made_variant: own !== undefined || Boolean(kept?.madeVariant),
    }
  })
  const setupFees = cycles.flatMap((cycle, index) =>
    setupFeeRows(cycle.id, plan.cycles[index]?.setupFees ?? null, stored?.setupFees ?? []),
  )
  return { offer: offerRow(input, stored?.offer), cycles, setupFees }
}
