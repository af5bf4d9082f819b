import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  lockAccounts,
  lockStandings,
  subscriptionsOfInvoice,
} from "../../../modules/billing"
import { inTransaction, type Database } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import { lookAgainAt } from "../dunning/look-again"
import { readStandingSettings } from "../dunning/read-dunning-settings"

type LockedAccount = NonNullable<Awaited<ReturnType<typeof lockAccounts>> extends Map<string, infer One> ? One : never>

/**
 * Changes an invoice's account in one transaction. Its subscriptions are locked first, as everywhere, and looked at
 * after it: what owes nothing any more goes on, and what owes again is dunned.
 */
export async function inLockedAccount(
  container: MedusaContainer,
  { invoice_id, as_of: asOf, reason }: { invoice_id: string; as_of: CivilDate; reason: string },
  work: (trx: Database, account: LockedAccount | undefined) => Promise<void>,
): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const settings = await readStandingSettings(container)
  await inTransaction(knex, async (trx) => {
    const ids = await subscriptionsOfInvoice(trx, invoice_id)
    await lockStandings(trx, ids)
    await work(trx, (await lockAccounts(trx, [invoice_id])).get(invoice_id))
    await lookAgainAt(trx, { ids, settings, asOf, reason })
  })
}
