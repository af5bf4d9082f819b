import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { setSwitch } from "../../src/providers/demo-payment/ledger"
import { writeOffInvoiceWorkflow } from "../../src/workflows/billing/accounts/write-off-invoice"
import { changeBalanceWorkflow } from "../../src/workflows/billing/balance/change-balance"
import { createCustomer } from "./create-customer"
import type { KnownAt } from "./create-package-world"
import type { World } from "./create-world"
import { placeOrder } from "./place-order"
import { runBilling } from "./run-billing"
import { seedSubscriptions } from "./seed-subscriptions"
import { ISSUED_ON, linkOf, sendInvoice } from "./send-invoice"
import type { TestStore } from "./store-test"

const ACTOR = "user:user_1" as const
const DECLINED_ON = "2026-02-28"

/**
 * Dora's invoices: one that was sent and is open, with a link to pay it; one that is written off; one that a card has paid;
 * and a subscription whose charge was declined. Something is held for her.
 */
export async function createMoneyWorld(store: TestStore, world: World): Promise<{ dora: Dora; knownAt: KnownAt[] }> {
  const container = store.container()
  const dora = await createCustomer(container, { email: "dora@test.example", ...world })
  const customerId = dora.customer.id
  const sent = await sendInvoice(store, world, { customerId })
  const lost = await sendInvoice(store, world, { customerId, prefix: "L" })
  const of = { as_of: ISSUED_ON, actor: ACTOR } as const
  await writeOffInvoiceWorkflow(container).run({ input: { ...of, invoice_id: lost.id, reason: "moved away" } })
  // Before the balance is given: a renewal would be paid from it.
  const owing = await declineRenewal(store, world, customerId)
  await changeBalanceWorkflow(container).run({
    input: {
      ...of,
      customer_id: customerId,
      currency_code: "eur",
      amount: "5.00",
      reason: "late",
      key: "goodwill-0000",
    },
  })
  const link = await linkOf(store, sent, { made_for: "mail" })
  const knownAt: KnownAt[] = [
    [/payment-links\/:id/, { id: link.id }],
    [/payment-pages/, { token: link.url.split("/").pop() ?? "" }],
    [/invoices\/:id\/(mark-paid|write-off|balance|due-date|payment-links)/, { id: sent.id, open_total: "35.58" }],
    [/invoices\/:id\/undo-write-off/, { id: lost.id }],
    [/subscriptions\/:id\/retry/, { id: owing }],
  ]
  return { dora, knownAt }
}

type Dora = Awaited<ReturnType<typeof createCustomer>>

async function declineRenewal(store: TestStore, world: World, customerId: string): Promise<string> {
  const [id = ""] = await seedSubscriptions(store.knex(), {
    count: 1,
    prefix: "D",
    anchorOn: "2026-01-28",
    currencyCode: "eur",
    regionId: world.regions.eur.id,
    salesChannelId: world.salesChannelId,
    customerId,
    countryCode: "de",
    unitPrice: "29.90",
    withMethods: true,
  })
  await setSwitch(store.knex(), { scope: "*", behaviour: "decline" })
  await runBilling(store.container(), DECLINED_ON)
  await setSwitch(store.knex(), { scope: "*", behaviour: "ok" })
  return id
}

/** What a card has paid, with the provider's charge. */
export async function payByCard(
  store: TestStore,
  world: World,
  { dora, variant_id }: { dora: Dora; variant_id: string },
): Promise<KnownAt[]> {
  const items = [{ variant_id, quantity: 1 }]
  const order = await placeOrder(store, world, { headers: dora.headers, items, providerId: "pp_demo_demo" })
  const billing = store.container().resolve<BillingModuleService>(BILLING_MODULE)
  const [invoice] = await billing.listInvoices({ order_id: order.id })
  const charge = await store.knex()("demo_payment_charge").where({ status: "captured" }).first("id")
  return [
    [/invoices\/:id\/(refund|credit)/, { id: invoice?.id ?? "" }],
    [/demo-payments\/charges/, { id: charge.id, outcome: "returned" }],
  ]
}
