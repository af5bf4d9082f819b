import { balanceId, type BalanceKey, heldBalances, writtenBalanceEntries } from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import { shareBalances, usedAtIssueId, withBalance, type RenewalDraft } from "../../../rules/billing"
import type { Decimal } from "../../../rules/money"

/** Whose balance pays a renewal. */
export const balanceOfDraft = ({ customer_id, document }: RenewalDraft): BalanceKey => ({
  customer_id: customer_id ?? "",
  currency_code: document.currency_code,
})

/** What renewals take of balances, by invoice. */
export function sharesOfDrafts(
  balances: ReadonlyMap<string, Decimal>,
  drafts: readonly RenewalDraft[],
): Map<string, Decimal> {
  return shareBalances(
    balances,
    drafts.map((draft) => ({
      id: draft.invoice_id,
      balanceId: balanceId(balanceOfDraft(draft)),
      currencyCode: draft.document.currency_code,
      dueOn: draft.due_on,
      amount: draft.payable,
    })),
  )
}

/** What interrupted runs have taken for renewals, by invoice. */
export async function takenForDrafts(knex: Database, drafts: readonly RenewalDraft[]): Promise<Map<string, Decimal>> {
  const written = await writtenBalanceEntries(
    knex,
    drafts.map(({ invoice_id }) => usedAtIssueId(invoice_id)),
  )
  return new Map(
    drafts.flatMap(({ invoice_id }) => {
      const amount = written.get(usedAtIssueId(invoice_id))
      return amount === undefined ? [] : [[invoice_id, amount] as const]
    }),
  )
}

/** Renewals that are paid with what is used of balances, by invoice. */
export const paidFromBalances = (drafts: readonly RenewalDraft[], used: ReadonlyMap<string, Decimal>): RenewalDraft[] =>
  drafts.map((draft) => {
    const amount = used.get(draft.invoice_id)
    return amount === undefined ? draft : withBalance(draft, amount)
  })

/** Renewals as a run would issue them, paid from what is held for their customers. Nothing is taken. */
export async function previewBalances(knex: Database, drafts: readonly RenewalDraft[]): Promise<RenewalDraft[]> {
  const taken = await takenForDrafts(knex, drafts)
  const fresh = drafts.filter(({ invoice_id }) => !taken.has(invoice_id))
  const held = await heldBalances(
    knex,
    fresh.flatMap(({ customer_id }) => customer_id ?? []),
  )
  return paidFromBalances(drafts, new Map([...taken, ...sharesOfDrafts(held, fresh)]))
}
