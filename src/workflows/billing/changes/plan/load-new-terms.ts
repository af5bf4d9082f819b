import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, type LockedSubscription } from "../../../../modules/billing"
import type { FieldProblem } from "../../../errors/invalid-fields"
import {
  isCycleEnabled,
  isSameInterval,
  type AgreedTerms,
  type ItemTerms,
  type LoadedOffer,
  type NewTerms,
} from "../../../../rules/billing"
import type { Interval } from "../../../../rules/calendar"
import { isZero } from "../../../../rules/money"
import { loadCurrentPrices } from "../../offers/current-prices"
import { isSold } from "../../offers/is-sold"
import { renewalDiscounts } from "../../renewals/renewal-discounts"
import { loadNewOptions } from "./load-new-options"
import { loadOfferTerms } from "../../offers/steps/load-offer-terms"
import { readVariants, snapshotOf } from "../../subscriptions/variant-snapshot"

/** What a subscription is to be for: what is left out stays. */
export interface WantedTerms {
  cycle_id?: string | undefined
  quantity?: number | undefined
  /** What is chosen of its product's options; left out: it stays. */
  options?: Record<string, unknown> | undefined
}

export type LoadedTerms = { ok: true; to: NewTerms; variantTitle: string | null } | { ok: false; problem: FieldProblem }

type Root = LockedSubscription["items"][number]

/**
 * The terms of a change: another quantity keeps the agreed price (B22); another cycle has its offer's price of today, and,
 * of the same product, keeps the discounts that go on.
 */
export async function loadNewTerms(
  container: MedusaContainer,
  subscription: { row: LockedSubscription["row"]; root: Root; options: readonly Root[] },
  wanted: WantedTerms & { isCustomer?: boolean },
): Promise<LoadedTerms> {
  const loaded = await loadTermsOfCycle(container, subscription, wanted)
  if (!loaded.ok) {
    return loaded
  }
  const { row, root, options } = subscription
  const { item } = loaded.to
  const asked = { root, options, item, values: wanted.options, currencyCode: row.currency_code }
  const found = await loadNewOptions(container, asked)
  if (!found) {
    return loaded
  }
  return found.ok ? { ...loaded, to: { ...loaded.to, item: found.item, options: found.options } } : found
}

async function loadTermsOfCycle(
  container: MedusaContainer,
  { row, root }: { row: LockedSubscription["row"]; root: Root },
  { cycle_id, quantity = root.quantity, isCustomer = false }: WantedTerms & { isCustomer?: boolean },
): Promise<LoadedTerms> {
  const interval: Interval = { unit: row.interval_unit, count: row.interval_count }
  if (cycle_id === undefined || cycle_id === root.cycle_id) {
    const { payment_type, collection_method } = row
    return {
      ok: true,
      variantTitle: null,
      to: { item: { ...termsOf(root), quantity }, payment_type, interval, collection_method },
    }
  }
  const found = await findCycle(container, { row, cycleId: cycle_id })
  if (!found) {
    return refuse("There is no such cycle")
  }
  const { offer, cycle } = found
  if (isCustomer && !(await isOrderable(container, offer, row))) {
    return refuse("It cannot be ordered")
  }
  if (offer.paymentType !== "recurring" || cycle.interval === null) {
    return refuse("A subscription changes to what recurs only")
  }
  const noPrice = `It has no price in ${row.currency_code.toUpperCase()}, which a change keeps`
  if (!isCycleEnabled(offer.paymentType, cycle.basePrice)) {
    return refuse(noPrice)
  }
  const wanted: Root = { ...root, product_id: offer.productId, variant_id: cycle.variantId, quantity }
  const price = (await loadCurrentPrices(container, [{ row, items: [wanted] }])).get(root.id)
  if (!price || isZero(price.amount)) {
    return refuse(noPrice)
  }
  const variant = (await readVariants(container, [cycle.variantId])).get(cycle.variantId)
  if (!variant) {
    return refuse("Its variant was deleted")
  }
  const item: ItemTerms = {
    offer_id: offer.id,
    cycle_id: cycle.id,
    product_id: offer.productId,
    variant_id: cycle.variantId,
    quantity,
    title: variant.product.title,
    unit_price: price.amount,
    is_tax_inclusive: price.isTaxInclusive,
    snapshot: snapshotOf(variant),
    discounts: root.discounts.length
      ? renewalDiscounts.get().kept(root.discounts, {
          isSameProduct: offer.productId === root.product_id,
          isSameInterval: isSameInterval(interval, cycle.interval),
        })
      : [],
  }
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const wasRecurring = row.payment_type === "recurring"
  const charged = row.payment_method === null ? "send_invoice" : (offer.collectionMethod ?? options.collectionMethod)
  const collection_method = wasRecurring ? row.collection_method : charged
  return {
    ok: true,
    variantTitle: variant.title,
    to: {
      ...{ item, payment_type: "recurring", interval: cycle.interval, collection_method },
      agreed: agreedOf(offer, root),
    },
  }
}

/** Whether a customer could order it: what is retired from the shop is not changed to, either. */
const isOrderable = async (
  container: MedusaContainer,
  { hidden, onRequest, productId }: LoadedOffer["offer"],
  { sales_channel_id: channelId }: LockedSubscription["row"],
): Promise<boolean> => !hidden && !onRequest && (await isSold(container, { productId, channelId }))

/** Within one offer, notice and minimum term stay. */
const agreedOf = (offer: LoadedOffer["offer"], root: Root): AgreedTerms => ({
  cycle_limit: offer.cycleLimit ?? null,
  billing_day: offer.billingDay ?? null,
  ...(offer.id === root.offer_id
    ? {}
    : { cancel: { minimum_term: offer.minimumTerm ?? null, notice: offer.notice ?? null } }),
})

const refuse = (reason: string): LoadedTerms => ({ ok: false, problem: { field: "cycle_id", reason } })

const termsOf = (root: Root): ItemTerms => ({
  offer_id: root.offer_id,
  cycle_id: root.cycle_id,
  product_id: root.product_id,
  variant_id: root.variant_id,
  quantity: root.quantity,
  title: root.title,
  unit_price: root.unit_price,
  is_tax_inclusive: root.is_tax_inclusive,
  snapshot: root.snapshot,
  discounts: root.discounts,
})

async function findCycle(
  container: MedusaContainer,
  { row, cycleId }: { row: LockedSubscription["row"]; cycleId: string },
): Promise<(Pick<LoadedOffer, "offer"> & { cycle: LoadedOffer["cycles"][number] }) | null> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const [stored] = await billing.listCycles({ id: cycleId }, { relations: ["offer"] })
  if (!stored) {
    return null
  }
  const productIds = [stored.offer.product_id]
  const loaded = await loadOfferTerms(container, {
    productIds,
    currencyCode: row.currency_code,
    regionId: row.region_id,
  })
  const offer = loaded.get(stored.offer.product_id)
  const cycle = offer?.cycles.find(({ id }) => id === cycleId)
  return offer && cycle ? { offer: offer.offer, cycle } : null
}
