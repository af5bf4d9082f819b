import type { CartChanges, CartFacts, CartLine, CartPlan, LineIdGenerator, Metadata } from "../cart"
import { feeStage, type LineOffers } from "../billing/cart/fee-stage"
import type { LineOffer } from "../billing/cart/line-offers"
import type { LineTerms } from "../billing/types"

/** Ids that count up, so that a plan is the same each time. */
export function countingIds(): LineIdGenerator {
  let count = 0
  const next = (prefix: string) => () => `${prefix}_${++count}`
  return { recordId: next("slin"), lineId: next("cali"), key: next("key") }
}

const PRODUCT: CartLine["product"] = {
  thumbnail: null,
  product_title: "Hosting",
  product_description: null,
  product_subtitle: null,
  product_type: null,
  product_type_id: null,
  product_collection: null,
  product_handle: "hosting",
  variant_title: "Monthly",
}

export const cartLine = (id: string, more: Partial<CartLine> = {}): CartLine => ({
  id,
  createdAt: "2026-01-01T00:00:00.000Z",
  productId: "prod",
  variantId: "variant",
  quantity: 1,
  unitPrice: "9.90",
  compareAtPrice: null,
  isTaxInclusive: false,
  isCustomPrice: false,
  isDiscountable: true,
  requiresShipping: false,
  taxRate: "19",
  title: "Hosting",
  subtitle: "Monthly",
  metadata: null,
  product: PRODUCT,
  place: null,
  adjustments: [],
  ...more,
})

export const cartFacts = (lines: CartLine[], more: Partial<CartFacts> = {}): CartFacts => ({
  id: "cart",
  currencyCode: "eur",
  locale: null,
  lines,
  records: [],
  ...more,
})

export const recurring = (setupFee: string | null, trialDays = 0): LineTerms => ({
  kind: "recurring",
  interval: { unit: "month", count: 1 },
  setupFee,
  trialDays,
  collectionMethod: null,
})

export const offered = (terms: LineTerms): LineOffer => ({
  ok: true,
  offerId: "offer",
  cycleId: "cycle",
  productId: "prod",
  variantId: "variant",
  terms,
})

/** A plan's fees for lines that are sold under these terms, by line id. */
export const withFees = (plan: CartPlan, terms: Record<string, LineTerms>): CartPlan => {
  const offers: LineOffers = new Map(Object.entries(terms).map(([id, one]) => [id, offered(one)]))
  return feeStage(plan, offers)
}

const merged = (metadata: Metadata | null, change: Metadata | null | undefined): Metadata =>
  Object.fromEntries(Object.entries({ ...metadata, ...change }).filter(([, value]) => value !== ""))

/** The cart after a plan's changes, as the database would have it. */
export function applied(cart: CartFacts, { lines, records, adjustments }: CartChanges): CartFacts {
  const removed = new Set(adjustments.remove.map(({ id }) => id))
  const gone = new Set([...records.delete, ...records.update].map(({ id }) => id))
  const current = [...cart.lines.filter(({ id }) => !lines.delete.includes(id)), ...lines.create]
  return {
    ...cart,
    lines: current.map((line) => {
      const { productTitle: _title, metadata, ...change } = lines.update.find(({ id }) => id === line.id) ?? {}
      const added = adjustments.add.filter(({ lineId }) => lineId === line.id)
      return {
        ...line,
        ...change,
        metadata: metadata === undefined ? line.metadata : merged(line.metadata, metadata),
        adjustments: [
          ...line.adjustments.filter(({ id }) => id === null || !removed.has(id)),
          ...added.map((one, index) => ({
            id: `${line.id}_${one.stage}_${index}`,
            code: null,
            provider: one.provider,
            description: one.description,
            amount: one.amount,
            isTaxInclusive: one.isTaxInclusive,
          })),
        ],
      }
    }),
    records: [...cart.records.filter(({ id }) => !gone.has(id)), ...records.update, ...records.create],
  }
}
