import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { limitConcurrency } from "../charges/limit-concurrency"

/** Each payment holds a connection of the pool while its provider is asked. */
const inTurn = limitConcurrency(4)
/** How often a payment in another window, or a billing run, is waited for. */
const TURNS = 40
const PAUSE_MS = 250

/** Works under the lock that everything takes which charges the invoice, in any process. null: it was not free for ten seconds. */
export async function withInvoiceLocked<Result extends object>(
  container: MedusaContainer,
  invoice: { id: string; renewal_id: string | null },
  work: () => Promise<Result>,
): Promise<Result | null> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const key = invoice.renewal_id ?? invoice.id
  for (let turn = 0; turn < TURNS; turn += 1) {
    const result = await inTurn(() =>
      billing.withRenewalsLocked([key], async (free) => (free.has(key) ? work() : null)),
    )
    if (result) {
      return result
    }
    await sleep(PAUSE_MS)
  }
  return null
}
