import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CycleRow, OfferRow, SetupFeeRow, StoredOffer } from "./write-offer"

const OFFER_COLUMNS = [
  "id",
  "product_id",
  "payment_type",
  "provisioning_type",
  "auto_create_service",
  "rank",
  "hidden",
  "on_request",
  "collection_method",
  "trial_days",
  "duration_unit",
  "duration_count",
  "cycle_limit",
  "billing_day",
  "billing_month",
  "minimum_term_unit",
  "minimum_term_count",
  "notice_unit",
  "notice_count",
  "cross_sells",
  "version",
  "changed_in",
] as const

const CYCLE_COLUMNS = ["id", "variant_id", "interval_unit", "interval_count", "rank", "made_variant"] as const

/** The offers of these products, each whole, cycles in their order. Three statements however many. */
export async function readOffers(knex: Knex, productIds: string[]): Promise<StoredOffer[]> {
  if (!productIds.length) {
    return []
  }
  const offers: OfferRow[] = await knex("billing_offer")
    .select(...OFFER_COLUMNS)
    .whereIn("product_id", productIds)
    .whereNull("deleted_at")
  if (!offers.length) {
    return []
  }
  const cycles: (CycleRow & { offer_id: string })[] = await knex("billing_cycle")
    .select(...CYCLE_COLUMNS, "offer_id")
    .whereIn(
      "offer_id",
      offers.map((offer) => offer.id),
    )
    .whereNull("deleted_at")
    .orderBy(["rank", "created_at", "id"])
  const fees: (Omit<SetupFeeRow, "amount"> & { raw_amount: { value: string | number } })[] = await knex(
    "billing_setup_fee",
  )
    .select("id", "cycle_id", "currency_code", "raw_amount")
    .whereIn(
      "cycle_id",
      cycles.map((cycle) => cycle.id),
    )
    .whereNull("deleted_at")
    .orderBy("currency_code")
  const byOffer = new Map<string, StoredOffer>(offers.map((offer) => [offer.id, { offer, cycles: [], setupFees: [] }]))
  const ofCycle = new Map<string, StoredOffer>()
  for (const { offer_id, ...cycle } of cycles) {
    const stored = byOffer.get(offer_id)
    if (stored) {
      stored.cycles.push(cycle)
      ofCycle.set(cycle.id, stored)
    }
  }
  for (const { raw_amount, ...fee } of fees) {
    ofCycle.get(fee.cycle_id)?.setupFees.push({ ...fee, amount: String(raw_amount.value) })
  }
  return [...byOffer.values()]
}
