import { Modules } from "@medusajs/framework/utils"
import { saveMethod } from "../../src/providers/demo-payment/vault"
import type { RenewalCharge } from "../../src/workflows/billing/charges/charge-renewals"
import type { TestStore } from "./store-test"

let made = 0

/** A renewal's charge with a payment collection and a method saved with the demo provider, both of its own. */
export async function createCharge(store: TestStore, given: Partial<RenewalCharge> = {}): Promise<RenewalCharge> {
  made += 1
  const name = `T${process.pid}N${made}_1`
  const amount = given.amount ?? "29.48"
  const method = { id: `dpm_${name}`, account_holder_id: `dacc_${name}`, brand: "demo", last4: "4242" }
  await saveMethod(store.knex(), method)
  const collection = await store
    .container()
    .resolve(Modules.PAYMENT)
    .createPaymentCollections({ currency_code: "eur", amount: Number(amount) })
  return {
    renewal_id: `bren_${name}`,
    subscription_id: `bsub_${name}`,
    attempt_number: 1,
    amount,
    order_total: amount,
    currency_code: "eur",
    payment_collection_id: collection.id,
    payment_provider_id: "pp_demo_demo",
    payment_method: method,
    customer: { id: `cus_${name}`, email: "clara@test.example" },
    as_of: "2026-02-28",
    ...given,
  }
}

/** What Medusa's payment module shows of a collection. */
export async function readCollection(store: TestStore, id: string) {
  const { status, captured_amount, payments, payment_sessions } = await store
    .container()
    .resolve(Modules.PAYMENT)
    .retrievePaymentCollection(id, { relations: ["payments.captures", "payment_sessions"] })
  return {
    status,
    captured: Number(captured_amount ?? 0),
    payments: payments?.length ?? 0,
    captures: (payments ?? []).flatMap((payment) => payment.captures ?? []).length,
    sessions: payment_sessions?.length ?? 0,
  }
}
