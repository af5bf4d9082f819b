import type { CivilDate } from "../../calendar"
import { compare, isPositive, min, round, subtract, type Decimal } from "../../money"
import { invoiceEntry, type AccountOfInvoice, type NewInvoiceEntry } from "../accounts/account-entries"
import type { BalanceEntryKind } from "../states"

/** An entry of a customer's balance as it is written, under the names of its columns. */
export interface NewBalanceEntry {
  id: string
  customer_id: string
  currency_code: string
  kind: BalanceEntryKind
  amount: Decimal
  invoice_id: string | null
  as_of: CivilDate
  reason: string | null
  actor: string | null
}

/** Money between an invoice's account and its customer's balance: one entry in each. */
export interface BalanceMove {
  invoice: NewInvoiceEntry
  balance: NewBalanceEntry
}

interface MovingAccount {
  of: AccountOfInvoice
  customerId: string
  asOf: CivilDate
  actor?: string | null
}

/** The id of what an invoice takes of the balance when it is issued: once. */
export const usedAtIssueId = (invoiceId: string): string => `bbe_used_${invoiceId}`

/** An invoice is paid from the balance. `key` tells several times apart; left out: when it is issued. */
export const useOfBalance = (moving: MovingAccount, amount: Decimal, key?: string): BalanceMove =>
  move(moving, {
    amount,
    kind: "used",
    id: key === undefined ? usedAtIssueId(moving.of.invoiceId) : `bbe_used_${moving.of.invoiceId}_${key}`,
  })

/** What an invoice received beyond what it asks for goes to the balance. */
export const moveToBalance = (moving: MovingAccount, amount: Decimal, key: string): BalanceMove =>
  move(moving, { amount, kind: "moved_in", id: `bbe_moved_${moving.of.invoiceId}_${key}` })

function move(
  { of, customerId, asOf, actor = null }: MovingAccount,
  { amount, kind, id }: { amount: Decimal; kind: "used" | "moved_in"; id: string },
): BalanceMove {
  const entryKind = kind === "used" ? "balance_used" : "balance_moved"
  const entry = { kind: entryKind, amount, key: id } as const
  const invoice = invoiceEntry(of, entry, { source: "balance", sourceId: id, asOf, actor })
  return {
    invoice,
    balance: {
      id,
      customer_id: customerId,
      currency_code: of.currencyCode,
      kind,
      amount: invoice.amount,
      invoice_id: of.invoiceId,
      as_of: asOf,
      reason: null,
      actor,
    },
  }
}

/** What is asked for from a balance, and by when. */
export interface BalanceAsk {
  id: string
  balanceId: string
  currencyCode: string
  dueOn: CivilDate
  amount: Decimal
}

/**
 * How balances are used: by what is due first, then by id; each asks for as much as there is left. What is asked for
 * nothing is left out.
 */
export function shareBalances(
  balances: ReadonlyMap<string, Decimal>,
  asks: readonly BalanceAsk[],
): Map<string, Decimal> {
  const left = new Map(balances)
  const shares = new Map<string, Decimal>()
  const inOrder = [...asks].sort((a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.id, b.id))
  for (const { id, balanceId, currencyCode, amount } of inOrder) {
    const held = left.get(balanceId) ?? "0"
    const share = round(min(held, amount), currencyCode)
    if (isPositive(share) && compare(share, held) <= 0) {
      shares.set(id, share)
      left.set(balanceId, subtract(held, share))
    }
  }
  return shares
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
