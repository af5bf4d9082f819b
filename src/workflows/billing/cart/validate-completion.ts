import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, concernsCart } from "../../../modules/billing"
import type { CartFacts, CartLineFacts, Sale } from "./cart-facts"
import { changesAmount } from "./fee-line"
import { loadCartFacts } from "./load-cart-facts"
import { planCartLines, type Mint } from "./plan-cart-lines"
import type { PromotionItem } from "./promotion-items"
import { refuse } from "../../errors/refuse"
import { planTrialAdjustments } from "./trial-adjustments"

/** Of one line; a subscription counts its units in an integer. */
const MOST_UNITS = 1_000_000

/** A check writes nothing, so what it would be called does not matter. */
const NO_MINT: Mint = { recordId: () => "", lineId: () => "", key: () => "" }

/**
 * Refuses to complete a cart that must not be sold as it stands: with a product that cannot be ordered (any more), with
 * what renews and no account to renew it for, with a trial that was had meanwhile, or with companion lines that do not
 * fit. The terms are those of the records: what the buyer saw is what is sold, though the offer may have changed since.
 * Completion cannot heal; any update of the cart does.
 */
export async function validateCompletion(
  container: MedusaContainer,
  cart: { id: string; items?: PromotionItem[]; completed_at?: unknown },
): Promise<void> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const productIds = (cart.items ?? []).flatMap((item) => item.product_id ?? [])
  if (cart.completed_at || !(await concernsCart(billing.db.knex, cart.id, productIds))) {
    return
  }
  const facts = await loadCartFacts(container, cart.id)
  for (const line of facts.lines) {
    const sale = facts.sales.get(line.id)
    if (sale && !sale.ok) {
      refuse(fieldOf(line), sale.reason)
    }
    if (sale && line.quantity > MOST_UNITS) {
      refuse(fieldOf(line), `quantity: at most ${MOST_UNITS} units of one product can be sold at once`)
    }
  }
  if (billing.options.guestSubscriptions === "refuse") {
    refuseGuest(facts)
  }
  refuseUsedTrial(facts)
  refuseUnsound(asRecorded(facts), cart.items ?? [])
}

const fieldOf = (line: CartLineFacts): string => `items ("${line.product.product_title ?? line.title}")`

function refuseGuest(cart: CartFacts): void {
  const renewed = cart.lines.find((line) => kindOf(cart.sales.get(line.id)) === "recurring")
  if (renewed && !cart.hasAccount) {
    refuse(
      fieldOf(renewed),
      "This product renews and needs a customer account: log in or register, then complete again",
    )
  }
}

const kindOf = (sale: Sale | undefined): string | null => (sale?.ok ? sale.terms.kind : null)

/** Two carts may have been given the same trial; the second to complete has it no more. */
function refuseUsedTrial(cart: CartFacts): void {
  for (const { terms, offer_id, line_item_id } of cart.records) {
    const line = cart.lines.find((one) => one.id === line_item_id && one.variantId !== null)
    if (line && terms.kind === "recurring" && terms.trialDays > 0 && cart.usedTrials.includes(offer_id)) {
      refuse(
        fieldOf(line),
        "Its free trial has been used already: update the cart to see its price, then complete again",
      )
    }
  }
}

/** The cart with each line sold under the terms of its record. */
function asRecorded(cart: CartFacts): CartFacts {
  const sales = new Map(cart.sales)
  for (const record of cart.records) {
    const sale = sales.get(record.line_item_id)
    if (sale?.ok) {
      sales.set(record.line_item_id, { ...sale, terms: record.terms })
    }
  }
  return { ...cart, sales }
}

/**
 * The cart as its records have it must be the cart as it is: fees with their products, trials taken off. A lost key alone
 * is no reason: see `cartLinesOfOrder`.
 */
function refuseUnsound(cart: CartFacts, items: PromotionItem[]): void {
  const { records, feeLines } = planCartLines(cart, NO_MINT)
  const trials = planTrialAdjustments(cart, items)
  const changes = [records.create, records.delete, feeLines.create, feeLines.delete, trials.add, trials.remove]
  if (changes.some((list) => list.length) || feeLines.update.some(changesAmount)) {
    refuse("items", "The cart has changed since its fees and trials were reckoned: update it, then complete again")
  }
}
