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
import { recordBalance } from "../record-balance-moves"

export interface UseBalanceInput {
  drafts: RenewalDraft[]
  asOf: CivilDate
}

/**
 * Takes what renewals are paid with from their customers' balances, what is due first, before anything is to be collected.
 * An interrupted run takes it once: its entries have derived ids, and the next one finds them. No compensation, as the
 * next run issues the same renewals.
 */
export const useBalanceForRenewalsStep = createStep(
  "billing-use-balance-for-renewals",
  async ({ drafts, asOf }: UseBalanceInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const taken = await takenForDrafts(knex, drafts)
    const fresh = drafts.filter(({ invoice_id }) => !taken.has(invoice_id))
    const holders = await heldBalances(
      knex,
      fresh.flatMap(({ customer_id }) => customer_id ?? []),
    )
    const shares = holders.size
      ? await inTransaction(knex, (trx) => take(trx, { drafts: fresh.filter(hasIn(holders)), asOf }))
      : new Map<string, Decimal>()
    return new StepResponse(paidFromBalances(drafts, new Map([...taken, ...shares])))
  },
)

const hasIn =
  (holders: ReadonlyMap<string, Decimal>) =>
  (draft: RenewalDraft): boolean =>
    holders.has(balanceId(balanceOfDraft(draft)))

async function take(trx: Database, { drafts, asOf }: UseBalanceInput): Promise<Map<string, Decimal>> {
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
