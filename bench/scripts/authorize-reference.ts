import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { executeWithConcurrency, Modules } from "@medusajs/framework/utils"
import { demoCollector } from "../../src/collectors/demo-collector"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { saveMethod } from "../../src/providers/demo-payment/vault"
import { readInput, writeOutput } from "../support/child"

export interface AuthorizeInput {
  count: number
  warmUp: number
}

const AMOUNT = "35.58"

/** Collections to be paid, each with a saved method; nothing of this is on the clock. */
async function openCollections(container: MedusaContainer, { count, prefix }: { count: number; prefix: string }) {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const keys = Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`)
  for (const key of keys) {
    await saveMethod(knex, { id: `dpm_${key}`, account_holder_id: `dacc_${key}`, brand: "demo", last4: "4242" })
  }
  const collections = keys.map((key) => ({ id: `pay_col_${key}`, currency_code: "eur", amount: AMOUNT }))
  await container.resolve(Modules.PAYMENT).createPaymentCollections(collections)
  return keys
}

/** A session and its authorisation, with automatic capture: the same requests as a renewal's charge makes. */
async function pay(container: MedusaContainer, key: string): Promise<void> {
  const payment = container.resolve(Modules.PAYMENT)
  const method = { id: `dpm_${key}`, account_holder_id: `dacc_${key}`, brand: "demo", last4: "4242" }
  const { data, context } = demoCollector.chargeRequest(method, null)
  const session = await payment.createPaymentSession(`pay_col_${key}`, {
    provider_id: "pp_demo_demo",
    amount: AMOUNT,
    currency_code: "eur",
    data,
    context: { ...context, idempotency_key: `bench-${key}` },
  })
  const paid = await payment.authorizePaymentSession(session.id, { idempotency_key: `bench-${key}` })
  if (!paid?.captured_at) {
    throw new Error(`The charge of ${key} was not captured`)
  }
}

async function payAll(container: MedusaContainer, keys: string[]): Promise<void> {
  const { chargeConcurrency } = container.resolve<BillingModuleService>(BILLING_MODULE).options
  const calls = keys.map((key) => () => pay(container, key))
  const ends = await executeWithConcurrency(calls, chargeConcurrency)
  const failed = ends.find((end): end is PromiseRejectedResult => end.status === "rejected")
  if (failed) {
    throw failed.reason
  }
}

/** Medusa's payment module alone, with as many charges under way at once as a billing run has. */
export default async function authorizeReference({ container }: ExecArgs): Promise<void> {
  const { count, warmUp } = readInput<AuthorizeInput>()
  await payAll(container, await openCollections(container, { count: warmUp, prefix: "W" }))
  const keys = await openCollections(container, { count, prefix: "B" })
  const begun = performance.now()
  await payAll(container, keys)
  writeOutput({ perSecond: (count * 1000) / (performance.now() - begun) })
}
