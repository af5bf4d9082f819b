import { createPaymentLink } from "../../src/workflows/billing/payment-pages/create-payment-link"
import type { World } from "./create-world"
import { runBilling } from "./run-billing"
import { seedSubscriptions, type SeededSubscriptions } from "./seed-subscriptions"
import type { TestStore } from "./store-test"

export interface SentInvoice {
  id: string
  number: string
  order_id: string
  renewal_id: string
}

/** The day on which the invoice of `sendInvoice` is issued: a week before it is due. */
export const ISSUED_ON = "2026-02-21"

/** A subscription whose invoice was sent and waits to be paid: 29.90 and 19 % tax, due on 28 February. */
export async function sendInvoice(
  store: TestStore,
  world: World,
  over: Partial<SeededSubscriptions> = {},
): Promise<SentInvoice> {
  const [id = ""] = await seedSubscriptions(store.knex(), {
    count: 1,
    prefix: "P",
    anchorOn: "2026-01-28",
    currencyCode: "eur",
    regionId: world.regions.eur.id,
    salesChannelId: world.salesChannelId,
    countryCode: "de",
    unitPrice: "29.90",
    collectionMethod: "send_invoice",
    ...over,
  })
  await store.knex()("billing_subscription").where({ id }).update({ next_due_on: ISSUED_ON })
  await runBilling(store.container(), ISSUED_ON)
  return store.knex()("billing_invoice").where({ subscription_id: id }).first("id", "number", "order_id", "renewal_id")
}

type Link = Parameters<typeof createPaymentLink>[1]

/** A link of an invoice that is good whatever day the store has. */
export const linkOf = (store: TestStore, invoice: { id: string }, over: Partial<Link> = {}) =>
  createPaymentLink(store.container(), {
    invoice_id: invoice.id,
    made_for: "copy",
    actor: "user:user_1",
    as_of: ISSUED_ON,
    expires_on: "2999-12-31",
    ...over,
  })
