import { lockAccounts, recordInvoiceEntries } from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import { payingEntries, type EntryOrigin } from "../../../rules/billing"

/** Enters the payment of all that these invoices still ask for. One that asks for nothing stays as it is. */
export async function payInvoices(trx: Database, ids: readonly string[], origin: EntryOrigin): Promise<void> {
  const accounts = await lockAccounts(trx, ids)
  await recordInvoiceEntries(
    trx,
    [...accounts.values()].flatMap((account) => payingEntries(account, origin)),
  )
}
