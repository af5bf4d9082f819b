import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  balanceId,
  BILLING_MODULE,
  type BillingModuleService,
  heldBalances,
  lockBalances,
  writtenBalanceEntries,
} from "../../../../modules/billing"
import { type Database, inTransaction } from "../../../../modules/core"
import {
  invoiceAccount,
  shareBalances,
  usedAtIssueId,
  useOfBalance,
  withBalance,
  type RenewalDraft,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
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
    const taken = await writtenBalanceEntries(
      knex,
      drafts.map(({ invoice_id }) => usedAtIssueId(invoice_id)),
    )
    const fresh = drafts.filter(({ invoice_id }) => !taken.has(usedAtIssueId(invoice_id)))
    const holders = await heldBalances(
      knex,
      fresh.flatMap(({ customer_id }) => customer_id ?? []),
    )
    const shares = holders.size
      ? await inTransaction(knex, (trx) => take(trx, { drafts: fresh.filter(hasIn(holders)), asOf }))
      : new Map<string, Decimal>()
    const used = ({ invoice_id }: RenewalDraft) => shares.get(invoice_id) ?? taken.get(usedAtIssueId(invoice_id))
    return new StepResponse(
      drafts.map((draft) => {
        const amount = used(draft)
        return amount === undefined ? draft : withBalance(draft, amount)
      }),
    )
  },
)

const keyOf = ({ customer_id, document }: RenewalDraft) => ({
  customer_id: customer_id ?? "",
  currency_code: document.currency_code,
})

const hasIn =
  (holders: ReadonlySet<string>) =>
  (draft: RenewalDraft): boolean =>
    holders.has(balanceId(keyOf(draft)))

async function take(trx: Database, { drafts, asOf }: UseBalanceInput): Promise<Map<string, Decimal>> {
  const balances = await lockBalances(trx, drafts.map(keyOf))
  const shares = shareBalances(
    balances,
    drafts.map((draft) => ({
      id: draft.invoice_id,
      balanceId: balanceId(keyOf(draft)),
      currencyCode: draft.document.currency_code,
      dueOn: draft.due_on,
      amount: draft.payable,
    })),
  )
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
