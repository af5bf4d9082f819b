import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../modules/billing"
import { termsOfLine, type LineTerms } from "../../rules/billing"
import { lineKeyOf } from "./cart/line-key"
import type { SoldLine, SoldOrder } from "./sold-order"
import { loadOfferTerms } from "./steps/load-offer-terms"

/** An order line that sells an offer, with the terms it was sold under. */
export interface SoldService {
  line: SoldLine
  productId: string
  variantId: string
  offerId: string
  cycleId: string
  terms: LineTerms
}

type Priced = SoldLine & { productId: string; variantId: string }

const isPriced = (line: SoldLine): line is Priced => line.productId !== null && line.variantId !== null

/**
 * The lines of an order that sell an offer. The terms are those of the server's own record of the cart line; a line
 * without one (a converted draft, an order made by an admin or by code) gets the terms of its variant's cycle.
 */
export async function soldServices(container: MedusaContainer, order: SoldOrder): Promise<SoldService[]> {
  const lines = order.lines.filter(isPriced)
  if (!lines.length) {
    return []
  }
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const recorded = await termsFromRecords(billing, { order, lines })
  const others = lines.filter((line) => !recorded.some((service) => service.line.id === line.id))
  return [
    ...recorded,
    ...(await termsFromOffers(container, { order, lines: await soldAsCycles(billing, order, others) })),
  ]
}

/**
 * The key travels in metadata, which is the client's: it counts only for the cart it was given in, for one line, and for
 * the variant that the record's cycle is.
 */
async function termsFromRecords(
  billing: BillingModuleService,
  { order, lines }: { order: SoldOrder; lines: Priced[] },
): Promise<SoldService[]> {
  if (order.cartId === null) {
    return []
  }
  const records = await billing.listCartLines({ cart_id: order.cartId, kind: "product" }, { take: null })
  const id = records.flatMap((record) => record.cycle_id ?? [])
  const cycles = await billing.listCycles({ id }, { withDeleted: true, take: null })
  const services: SoldService[] = []
  for (const record of records) {
    const cycle = cycles.find((candidate) => candidate.id === record.cycle_id)
    const line = lines.find(
      (candidate) => lineKeyOf(candidate.metadata) === record.key && candidate.variantId === cycle?.variant_id,
    )
    if (line && cycle) {
      const terms = record.terms as unknown as LineTerms
      services.push({ ...sold(line), offerId: record.offer_id, cycleId: cycle.id, terms })
    }
  }
  return services
}

/** Lines whose variant was a cycle already when they were sold: making a product recurring changes no earlier order. */
async function soldAsCycles(billing: BillingModuleService, order: SoldOrder, lines: Priced[]): Promise<Priced[]> {
  if (!lines.length) {
    return []
  }
  const variant_id = lines.map((line) => line.variantId)
  const cycles = await billing.listCycles({ variant_id }, { select: ["variant_id", "created_at"], take: null })
  const soldAt = new Date(order.cartId === null ? order.updatedAt : order.createdAt)
  const known = new Set(cycles.filter((cycle) => cycle.created_at <= soldAt).map((cycle) => cycle.variant_id))
  return lines.filter((line) => known.has(line.variantId))
}

async function termsFromOffers(
  container: MedusaContainer,
  { order, lines }: { order: SoldOrder; lines: Priced[] },
): Promise<SoldService[]> {
  const { currencyCode, regionId } = order
  const productIds = [...new Set(lines.map((line) => line.productId))]
  const offers = await loadOfferTerms(container, { productIds, currencyCode, regionId })
  return lines.flatMap((line) => {
    const found = offers.get(line.productId)
    const cycle = found?.cycles.find((candidate) => candidate.variantId === line.variantId)
    if (!found || !cycle) {
      return []
    }
    const result = termsOfLine({
      // The order is placed: an admin may sell what the storefront does not, at the price that the order says.
      offer: { ...found.offer, hidden: false, onRequest: false },
      cycle: { ...cycle, basePrice: line.unitPrice },
      // What was charged in full has had no trial.
      trialUsed: true,
    })
    return result.ok ? [{ ...sold(line), offerId: found.offer.id, cycleId: cycle.id, terms: result.terms }] : []
  })
}

const sold = (line: Priced) => ({ line, productId: line.productId, variantId: line.variantId })
