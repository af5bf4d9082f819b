import type { CartDTO, CartLineItemDTO, CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, readCartLines, usedTrials } from "../../../modules/billing"
import { loadOfferTerms, type LoadedOffer } from "../offers/steps/load-offer-terms"
import type { CartFacts, CartLineFacts } from "./cart-facts"
import { salesOf } from "./sales-of"

/** Reads a cart with all that billing knows of it. */
export async function loadCartFacts(container: MedusaContainer, cartId: string): Promise<CartFacts> {
  const cart = await container.resolve(Modules.CART).retrieveCart(cartId, { relations: ["items"] })
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const lines = (cart.items ?? []).sort(byAge).map(toLineFacts)
  const productIds = [...new Set(lines.flatMap((line) => line.productId ?? []))]
  const [records, offers, customer] = await Promise.all([
    readCartLines(knex, cartId),
    loadOfferTerms(container, { productIds, currencyCode: cart.currency_code, regionId: cart.region_id ?? null }),
    customerOf(container, cart),
  ])
  const hasAccount = customer?.has_account ?? false
  const used = await usedTrialsOf(container, offers, customer)
  // A trial is for a customer who can be known again (B14).
  const trialUsed = (offerId: string): boolean => !hasAccount || used.has(offerId)
  const ownLines = new Set(records.filter((record) => record.kind !== "product").map((record) => record.line_item_id))
  return {
    cartId,
    currencyCode: cart.currency_code,
    regionId: cart.region_id ?? null,
    locale: cart.locale ?? null,
    isCompleted: Boolean(cart.completed_at),
    customerId: customer?.id ?? null,
    hasAccount,
    usedTrials: [...used],
    lines,
    records,
    sales: salesOf({ lines: lines.filter((line) => !ownLines.has(line.id)), offers, trialUsed }),
  }
}

async function customerOf(container: MedusaContainer, cart: CartDTO): Promise<CustomerDTO | null> {
  if (!cart.customer_id) {
    return null
  }
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id: cart.customer_id })
  return customer ?? null
}

/** Offers whose trial the customer has had. A guest cannot be known again, and is asked nothing. */
async function usedTrialsOf(
  container: MedusaContainer,
  offers: Map<string, LoadedOffer>,
  customer: CustomerDTO | null,
): Promise<Set<string>> {
  const offerIds = [...offers.values()].map(({ offer }) => offer.id)
  if (!customer?.has_account || !offerIds.length) {
    return new Set()
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  return usedTrials(knex, customer.id, offerIds)
}

/** Medusa's type leaves out the exact amount that every row has. */
type LineRow = CartLineItemDTO & { raw_unit_price?: { value: string | number } }

const byAge = (a: CartLineItemDTO, b: CartLineItemDTO): number =>
  Number(new Date(a.created_at ?? 0)) - Number(new Date(b.created_at ?? 0)) || (a.id < b.id ? -1 : 1)

/** The one place where a cart line of Medusa becomes facts. */
function toLineFacts(line: LineRow): CartLineFacts {
  return {
    id: line.id,
    productId: line.product_id ?? null,
    variantId: line.variant_id ?? null,
    quantity: Number(line.quantity),
    unitPrice: MathBN.convert(line.raw_unit_price ?? line.unit_price).toFixed(),
    isTaxInclusive: line.is_tax_inclusive,
    isCustomPrice: line.is_custom_price ?? false,
    title: line.title,
    subtitle: line.subtitle ?? null,
    metadata: line.metadata ?? null,
    product: {
      thumbnail: line.thumbnail ?? null,
      product_title: line.product_title ?? null,
      product_description: line.product_description ?? null,
      product_subtitle: line.product_subtitle ?? null,
      product_type: line.product_type ?? null,
      product_type_id: line.product_type_id ?? null,
      product_collection: line.product_collection ?? null,
      product_handle: line.product_handle ?? null,
      variant_title: line.variant_title ?? null,
    },
  }
}
