import type { OfferAnswer, SaveOfferInput } from "../../../contracts/billing/offers"
import type { CollectionMethod, IntervalUnit, PaymentType } from "../../../rules/billing/states"
import type { Interval } from "../../../rules/calendar"
import { changedBody } from "../changed-body"
import { INTERVAL_PRESETS, presetOf, type IntervalPreset } from "./interval-presets"

/** Amounts by currency code, as plain decimals; an empty text is no price. */
export type Amounts = Record<string, string>

export interface CycleForm {
  /** The cycle's id; empty while it is new. */
  cycle_id: string
  /** The variant that it is; empty: saving makes one. */
  variant_id: string
  /** Whether the variant was made for it: then it goes with it. */
  made_variant: boolean
  preset: IntervalPreset | "custom"
  unit: IntervalUnit
  count: string
  prices: Amounts
  setup_fees: Amounts
  percent_off: string
}

export interface OfferForm {
  /** The product's collection, its group; empty: none, or a new one. */
  collection_id: string
  /** The title of a collection that saving makes; empty: none. */
  new_collection: string
  payment_type: PaymentType
  /** Empty: the store's setting. */
  collection_method: CollectionMethod | "default"
  trial_days: string
  has_duration: boolean
  duration_unit: IntervalUnit
  duration_count: string
  /** Empty: none, of these all. */
  cycle_limit: string
  billing_day: string
  billing_month: string
  minimum_term_unit: IntervalUnit
  minimum_term_count: string
  notice_unit: IntervalUnit
  notice_count: string
  /** By whom it is delivered; empty: nobody. */
  provisioning_type: string
  auto_create_service: boolean
  hidden: boolean
  on_request: boolean
  rank: string
  /** The cycles of a recurring offer. */
  cycles: CycleForm[]
  /** The one price of what is paid once, or is free. */
  once: CycleForm
  cross_sells: { product_id: string; replaces: boolean }[]
}

export function emptyCycle(preset: IntervalPreset, variantId = ""): CycleForm {
  const { unit, count } = INTERVAL_PRESETS[preset]
  const figures = { prices: {}, setup_fees: {}, percent_off: "" }
  return { cycle_id: "", variant_id: variantId, made_variant: false, preset, unit, count: String(count), ...figures }
}

export function intervalOf(cycle: Pick<CycleForm, "preset" | "unit" | "count">): Interval {
  return cycle.preset === "custom" ? { unit: cycle.unit, count: Number(cycle.count) } : INTERVAL_PRESETS[cycle.preset]
}

const toAmounts = (list: { currency_code: string; amount: string }[]): Amounts =>
  Object.fromEntries(list.map(({ currency_code, amount }) => [currency_code, amount]))

function toCycleForm(cycle: OfferAnswer["cycles"][number]): CycleForm {
  return {
    cycle_id: cycle.id,
    variant_id: cycle.variant_id,
    made_variant: cycle.made_variant,
    preset: cycle.interval ? presetOf(cycle.interval) : "monthly",
    unit: cycle.interval?.unit ?? "month",
    count: String(cycle.interval?.count ?? 1),
    prices: toAmounts(cycle.prices),
    setup_fees: toAmounts(cycle.setup_fees),
    percent_off: "",
  }
}

/** What the form needs of the product: the variant that a first cycle is, and its group. */
interface ProductFacts {
  onlyVariantId?: string
  collectionId?: string | null
}

/** The form's initial values: the offer as it is, or a monthly one on the product's only variant. */
export function toOfferForm(
  offer: OfferAnswer | null,
  { onlyVariantId = "", collectionId = null }: ProductFacts = {},
): OfferForm {
  const [first] = offer?.cycles ?? []
  const recurring = offer?.payment_type === "recurring"
  return {
    collection_id: collectionId ?? "",
    new_collection: "",
    payment_type: offer?.payment_type ?? "recurring",
    collection_method: offer?.collection_method ?? "default",
    trial_days: offer?.trial_days ? String(offer.trial_days) : "",
    has_duration: Boolean(offer?.duration),
    duration_unit: offer?.duration?.unit ?? "day",
    duration_count: String(offer?.duration?.count ?? 30),
    ...toAgreed(offer),
    provisioning_type: offer?.provisioning_type ?? "",
    auto_create_service: offer?.auto_create_service ?? true,
    hidden: offer?.hidden ?? false,
    on_request: offer?.on_request ?? false,
    rank: String(offer?.rank ?? 0),
    cycles: offer && recurring ? offer.cycles.map(toCycleForm) : [emptyCycle("monthly", onlyVariantId)],
    once: first && !recurring ? toCycleForm(first) : emptyCycle("monthly", first?.variant_id ?? onlyVariantId),
    cross_sells: offer?.cross_sells ?? [],
  }
}

const toAgreed = (offer: OfferAnswer | null) => ({
  cycle_limit: textOf(offer?.cycle_limit),
  billing_day: textOf(offer?.billing_day?.day),
  billing_month: textOf(offer?.billing_day?.month ?? 1),
  minimum_term_unit: offer?.minimum_term?.unit ?? ("month" as const),
  minimum_term_count: textOf(offer?.minimum_term?.count),
  notice_unit: offer?.notice?.unit ?? ("month" as const),
  notice_count: textOf(offer?.notice?.count),
})

const textOf = (value: number | null | undefined): string => (value ? String(value) : "")

const toMoney = (amounts: Amounts) =>
  Object.entries(amounts)
    .map(([currency_code, amount]) => ({ currency_code, amount: amount ?? "" }))
    .filter(({ amount }) => amount !== "")

const toSaveCycle = (cycle: CycleForm, rank: number, interval: Interval | null) => ({
  ...(cycle.cycle_id && { id: cycle.cycle_id }),
  ...(cycle.variant_id && !cycle.cycle_id && { variant_id: cycle.variant_id }),
  rank,
  interval,
  prices: toMoney(cycle.prices),
  setup_fees: toMoney(cycle.setup_fees),
})

/**
 * What is sent: only what belongs to the chosen payment type, so that nothing that is out of sight is kept. Of an offer
 * that there is (`base`, as the form was opened with it), only what was changed.
 */
export function toSaveOffer(form: OfferForm, base: OfferForm | null = null): SaveOfferInput {
  const body = wholeOffer(form)
  if (!base) {
    return body
  }
  const stored = wholeOffer(base)
  const changed = changedBody(body, stored)
  return {
    ...changed,
    payment_type: body.payment_type,
    ...(changed.cycles && { cycles: changed.cycles.map((cycle) => changedCycle(cycle, stored.cycles)) }),
  }
}

type SavedCycle = NonNullable<SaveOfferInput["cycles"]>[number]

/** Prices and fees that were not touched are left out, so that they stay as they are meanwhile. */
function changedCycle(cycle: SavedCycle, stored: SaveOfferInput["cycles"]): SavedCycle {
  const before = stored?.find(({ id }) => id !== undefined && id === cycle.id)
  if (!before) {
    return cycle
  }
  const { prices, setup_fees, ...rest } = cycle
  return { ...rest, ...changedBody({ prices, setup_fees }, { prices: before.prices, setup_fees: before.setup_fees }) }
}

const toCollection = ({ collection_id, new_collection }: OfferForm): Pick<SaveOfferInput, "collection"> => {
  const title = new_collection.trim()
  if (title) {
    return { collection: { title } }
  }
  return collection_id ? { collection: { id: collection_id } } : {}
}

/** Only what recurs has any of it. */
function savedAgreed(form: OfferForm): Pick<SaveOfferInput, "cycle_limit" | "billing_day" | "minimum_term" | "notice"> {
  const recurring = form.payment_type === "recurring"
  const termOf = (unit: IntervalUnit, count: string) => (recurring && count ? { unit, count: Number(count) } : null)
  const day = recurring ? Number(form.billing_day) : 0
  return {
    cycle_limit: recurring && Number(form.cycle_limit) > 0 ? Number(form.cycle_limit) : null,
    billing_day: day > 0 ? { day, month: Number(form.billing_month) || 1 } : null,
    minimum_term: termOf(form.minimum_term_unit, form.minimum_term_count),
    notice: termOf(form.notice_unit, form.notice_count),
  }
}

function wholeOffer(form: OfferForm): SaveOfferInput {
  const free = form.payment_type === "free"
  const recurring = form.payment_type === "recurring"
  const once = free ? { ...form.once, prices: {}, setup_fees: {} } : form.once
  return {
    payment_type: form.payment_type,
    ...toCollection(form),
    collection_method: recurring && form.collection_method !== "default" ? form.collection_method : null,
    trial_days: recurring && Number(form.trial_days) > 0 ? Number(form.trial_days) : null,
    duration: free && form.has_duration ? { unit: form.duration_unit, count: Number(form.duration_count) } : null,
    ...savedAgreed(form),
    provisioning_type: form.provisioning_type || null,
    auto_create_service: form.auto_create_service,
    hidden: form.hidden,
    on_request: form.on_request,
    rank: Number(form.rank) || 0,
    cycles: recurring
      ? form.cycles.map((cycle, rank) => toSaveCycle(cycle, rank, intervalOf(cycle)))
      : [toSaveCycle(once, 0, null)],
    cross_sells: form.cross_sells.filter((crossSell) => crossSell.product_id !== ""),
  }
}
