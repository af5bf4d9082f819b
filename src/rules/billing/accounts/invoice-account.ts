import type { CivilDate } from "../../calendar"
import { add, compare, isPositive, subtract, type Decimal } from "../../money"
import type { InvoiceEntryKind, InvoicePaymentStatus, InvoiceStatus } from "../states"

/** An entry of an invoice's account: `amount` is above zero, its kind says which way it goes. */
export interface AccountEntry {
  kind: InvoiceEntryKind
  amount: Decimal
}

/** What the entries of an invoice come to, in major units. */
export interface AccountSums {
  /** All that was received. */
  paid: Decimal
  /** All that was given back, or that came back. */
  refunded: Decimal
  balanceUsed: Decimal
  balanceMoved: Decimal
  /** The sum of its credit notes. */
  credited: Decimal
  writtenOff: Decimal
}

/**
 * An invoice's account. Its law: total = paid − refunded + balanceUsed − balanceMoved + credited + writtenOff + open.
 * `open` is what the invoice still asks for; below zero, more was received than it asks for.
 */
export interface InvoiceAccount extends AccountSums {
  total: Decimal
  open: Decimal
  status: InvoicePaymentStatus
}

const NOTHING: AccountSums = {
  paid: "0",
  refunded: "0",
  balanceUsed: "0",
  balanceMoved: "0",
  credited: "0",
  writtenOff: "0",
}

/** What an entry adds to, and whether it adds or takes away. */
const ADDS: Record<InvoiceEntryKind, { to: keyof AccountSums; with: typeof add }> = {
  payment: { to: "paid", with: add },
  refund: { to: "refunded", with: add },
  balance_used: { to: "balanceUsed", with: add },
  balance_moved: { to: "balanceMoved", with: add },
  credit_note: { to: "credited", with: add },
  written_off: { to: "writtenOff", with: add },
  written_off_undone: { to: "writtenOff", with: subtract },
}

/** The account of an invoice of this total with these entries, in whatever order they were written. */
export function invoiceAccount(total: Decimal, entries: readonly AccountEntry[]): InvoiceAccount {
  const sums = { ...NOTHING }
  for (const { kind, amount } of entries) {
    const { to, with: changed } = ADDS[kind]
    sums[to] = changed(sums[to], amount)
  }
  return accountOf(total, sums)
}

/** The account whose entries come to these sums. */
export function accountOf(total: Decimal, sums: AccountSums): InvoiceAccount {
  const settled = add(add(receivedOf(sums), sums.credited), sums.writtenOff)
  const account = { total, ...sums, open: subtract(total, settled) }
  return { ...account, status: statusOf(account) }
}

/** What was received and is still there: payments and balance, less what was given back and moved. */
export const receivedOf = ({ paid, refunded, balanceUsed, balanceMoved }: AccountSums): Decimal =>
  subtract(add(paid, balanceUsed), add(refunded, balanceMoved))

function statusOf(account: Omit<InvoiceAccount, "status">): InvoicePaymentStatus {
  if (isPositive(account.open)) {
    return isPositive(receivedOf(account)) ? "partly_paid" : "open"
  }
  if (isPositive(account.writtenOff)) {
    return "written_off"
  }
  return isPositive(account.total) && compare(account.credited, account.total) >= 0 ? "credited" : "paid"
}

/** The status as it is answered on a date: an owed invoice is overdue from the day after its due date. */
export function invoiceStatus(
  { status }: { status: InvoicePaymentStatus },
  { dueOn, asOf }: { dueOn: CivilDate; asOf: CivilDate },
): InvoiceStatus {
  return (status === "open" || status === "partly_paid") && dueOn < asOf ? "overdue" : status
}
