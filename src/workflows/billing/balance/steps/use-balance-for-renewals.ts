import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  balanceId,
  BILLING_MODULE,
  type BillingModuleService,
  heldBalances,
  lockBalances,
} from "../../../../modules/billing"
import { type Database, inTransaction } from "../../../../modules/core"
import { invoiceAccount, useOfBalance, type RenewalDraft } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { balanceOfDraft, paidFromBalances, sharesOfDrafts, takenForDrafts } from "../balances-of-drafts"
import type { DraftedBatch } from "../../renewals/steps/create-renewal-orders"
import { recordBalance } from "../record-balance-moves"

/**
 * Takes what renewals are paid with from their customers' balances, what is due first, before anything is to be collected.
 * An interrupted run takes it once: its entries have derived ids, and the next one finds them. No compensation, as the
 * next run issues the same renewals.
 */
export const useBalanceForRenewalsStep = createStep(
  "billing-use-balance-for-renewals",
  async ({ batch, prepared, drafts: whole }: DraftedBatch, { container }) => {
    const asOf = batch.as_of
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const taken = await takenForDrafts(knex, whole)
    const fresh = whole.filter(({ invoice_id }) => !taken.has(invoice_id))
    const holders = await heldBalances(
      knex,
      fresh.flatMap(({ customer_id }) => customer_id ?? []),
    )
    const shares = holders.size
      ? await inTransaction(knex, (trx) => take(trx, { drafts: fresh.filter(hasIn(holders)), asOf }))
      : new Map<string, Decimal>()
    const drafts = paidFromBalances(whole, new Map([...taken, ...shares]))
    return new StepResponse({ batch, prepared, drafts, collections: drafts.map(({ collection }) => collection) })
  },
)

const hasIn =
  (holders: ReadonlyMap<string, Decimal>) =>
  (draft: RenewalDraft): boolean =>
    holders.has(balanceId(balanceOfDraft(draft)))

interface Taking {
  drafts: RenewalDraft[]
  asOf: CivilDate
}

async function take(trx: Database, { drafts, asOf }: Taking): Promise<Map<string, Decimal>> {
  const balances = await lockBalances(trx, drafts.map(balanceOfDraft))
  const shares = sharesOfDrafts(balances, drafts)
  const entries = drafts.flatMap((draft) => {
    const amount = shares.get(draft.invoice_id)
    return amount === undefined ? [] : [useOfBalance(movingOf(draft, asOf), amount).balance]
  })
  await recordBalance(trx, entries)
  return shares
}

/** The invoice is not issued yet: its account is empty. */
export const movingOf = (draft: RenewalDraft, asOf: CivilDate): Parameters<typeof useOfBalance>[0] => ({
  of: {
    invoiceId: draft.invoice_id,
    currencyCode: draft.document.currency_code,
    account: invoiceAccount(draft.payable, []),
  },
  customerId: draft.customer_id ?? "",
  asOf,
})
