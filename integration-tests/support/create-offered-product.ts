import type { MedusaContainer } from "@medusajs/framework/types"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { SaveOffer } from "../../src/contracts/billing/offers"
import type { PaymentType } from "../../src/rules/billing/states"
import type { Interval } from "../../src/rules/calendar"
import { saveOfferWorkflow } from "../../src/workflows/billing/offers/save-offer"
import { findCollection } from "./find-collection"

export type OfferedCycle = {
  name: string
  interval: Interval | null
  /** Per currency, in major units. */
  prices: Record<string, number>
  setupFees?: Record<string, string>
}

export type OfferedProductInput = {
  title: string
  salesChannelId: string
  /** Given for goods that are sent; a service has none. */
  shippingProfileId?: string
  paymentType?: PaymentType
  trialDays?: number
  hidden?: boolean
  onRequest?: boolean
  /** What is agreed beyond the price. */
  terms?: Pick<SaveOffer, "cycle_limit" | "billing_day" | "minimum_term" | "notice">
  cycles: OfferedCycle[]
  /** A variant that is no cycle: what a merchant adds on Medusa's product page by mistake. */
  otherVariant?: boolean
}

export type OfferedProduct = { productId: string; offerId: string; variants: Record<string, string> }

const NO_CYCLE = "Other"

/** A published product whose variants are the cycles of an offer. */
export async function createOfferedProduct(
  container: MedusaContainer,
  input: OfferedProductInput,
): Promise<OfferedProduct> {
  const names = [...input.cycles.map((cycle) => cycle.name), ...(input.otherVariant ? [NO_CYCLE] : [])]
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: input.title,
          status: "published",
          options: [{ title: "Cycle", values: names }],
          sales_channels: [{ id: input.salesChannelId }],
          collection_id: await findCollection(container),
          shipping_profile_id: input.shippingProfileId,
          variants: names.map((name) => ({
            title: name,
            options: { Cycle: name },
            manage_inventory: false,
            prices: Object.entries(input.cycles.find((cycle) => cycle.name === name)?.prices ?? { eur: 1 }).map(
              ([currency_code, amount]) => ({ currency_code, amount }),
            ),
          })),
        },
      ],
    },
  })
  const productId = result[0]?.id ?? ""
  const variants = Object.fromEntries((result[0]?.variants ?? []).map((variant) => [variant.title, variant.id]))
  return { productId, variants, offerId: await saveOffer(container, { input, productId, variants }) }
}

/** The offer as an admin saves it, on the product's own variants: their prices stay. */
async function saveOffer(
  container: MedusaContainer,
  { input, productId, variants }: { input: OfferedProductInput; productId: string; variants: Record<string, string> },
): Promise<string> {
  const { result } = await saveOfferWorkflow(container).run({
    input: {
      product_id: productId,
      offer: {
        payment_type: input.paymentType ?? "recurring",
        hidden: input.hidden ?? false,
        on_request: input.onRequest ?? false,
        trial_days: input.trialDays ?? null,
        ...input.terms,
        cycles: input.cycles.map(({ name, interval, setupFees }, rank) => ({
          variant_id: variants[name],
          rank,
          interval,
          setup_fees: Object.entries(setupFees ?? {}).map(([currency_code, amount]) => ({ currency_code, amount })),
        })),
      },
    },
  })
  return result.offer.id
}
