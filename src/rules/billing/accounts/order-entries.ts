import { add, compare, isPositive, max, min, negate, round, subtract, sum, type Decimal } from "../../money"
import {
  invoiceEntry,
  paymentEntries,
  refundEntries,
  type AccountOfInvoice,
  type EntryOrigin,
  type NewInvoiceEntry,
} from "./account-entries"
import type { InvoiceAccount } from "./invoice-account"

/** What was received and given back on an order, as Medusa has it, of all its payments. */
export interface OrderReceipts {
  captured: Decimal
  refunded: Decimal
  /** Of the accounts' refunds, what payers' banks took back: Medusa knows nothing of it. */
  returned: Decimal
  /** What of that came back: it is among the accounts' payments, and no new payment to Medusa. */
  reinstated: Decimal
  currencyCode: string
  /** What an invoice and its order may differ by, as one is rounded and the other is not. */
  rounding: Decimal
  /** What was captured by payments that were made for one invoice, by its id; left out: none was. */
  captureOf?: ReadonlyMap<string, Decimal>
  /** Why the latest of it was given back, and who did it. */
  refund?: Pick<EntryOrigin, "reason" | "actor">
}

/** What an account still asks for, what was written off included: it is paid by what comes in after all. */
const askedBy = ({ open, writtenOff }: InvoiceAccount): Decimal => max("0", add(open, writtenOff))

/**
 * The entries that bring the accounts of an order's invoices, the own one first, to what was received and given back. What
 * was received pays the invoice that it was paid for, then one after the other; what is too much stands with the first one. What
 * was given back is taken from what was received too much first. None where the accounts say it already.
 */
export function orderEntries(
  invoices: readonly AccountOfInvoice[],
  receipts: OrderReceipts,
  origin: EntryOrigin,
): NewInvoiceEntry[] {
  const payments = sharesReceived(invoices, newlyReceived(invoices, receipts), receipts)
  const after = invoices.map((one, index) => withPayment(one, payments[index] ?? "0"))
  const given = sharesGivenBack(
    after.map(({ account }) => account),
    newlyGivenBack(after, receipts),
  )
  return invoices.flatMap((one, index) => [
    ...paymentEntries(one, payments[index] ?? "0", origin),
    ...refundEntries(after[index] ?? one, given[index] ?? "0", { ...origin, ...receipts.refund }),
    ...creditedOfWrittenOff(after[index] ?? one, given[index] ?? "0", origin),
  ])
}

/** What was written off and is credited by now is asked of nobody: it is no money that was received too much. */
function creditedOfWrittenOff(of: AccountOfInvoice, given: Decimal, origin: EntryOrigin): NewInvoiceEntry[] {
  const { open, writtenOff, credited } = of.account
  const amount = min(negate(add(open, given)), writtenOff)
  return isPositive(amount)
    ? [invoiceEntry(of, { kind: "written_off_undone", amount, key: `credited_${credited}` }, origin)]
    : []
}

/** What each invoice receives: what was paid for it, as far as it asks for it and has not received it yet, then what is left. */
function sharesReceived(
  invoices: readonly AccountOfInvoice[],
  paid: Decimal,
  { captureOf = new Map(), currencyCode }: OrderReceipts,
): Decimal[] {
  const meant = shares(
    paid,
    invoices.map(({ invoiceId, account }) =>
      min(askedBy(account), subtract(round(captureOf.get(invoiceId) ?? "0", currencyCode), account.paid)),
    ),
    { keepRest: false },
  )
  const rest = shares(
    subtract(paid, sum(meant)),
    invoices.map(({ account }, index) => subtract(askedBy(account), meant[index] ?? "0")),
  )
  return meant.map((part, index) => add(part, rest[index] ?? "0"))
}

/**
 * The entries of a payment that its payer's bank has taken back, as much as its order's invoices have received: each bears its
 * part, also where the payment paid several of them; first the one that it was made for. null: for none in particular.
 */
export function returnEntries(
  invoices: readonly AccountOfInvoice[],
  { amount, paidFor }: { amount: Decimal; paidFor: string | null },
  origin: EntryOrigin,
): NewInvoiceEntry[] {
  const [own] = invoices
  const given = sharesGivenBack(
    invoices.map(({ account }) => account),
    // Medusa captures an order's exact total, an account has whole units.
    own ? round(amount, own.currencyCode) : "0",
    invoices.findIndex(({ invoiceId }) => invoiceId === paidFor),
  )
  return invoices.flatMap((one, index) => refundEntries(one, given[index] ?? "0", origin))
}

/**
 * What each invoice gives back of an amount: first where more was received than is asked for, or the one that is named, then one
 * after the other.
 */
function sharesGivenBack(accounts: readonly InvoiceAccount[], amount: Decimal, named = -1): Decimal[] {
  const tooMuch = accounts.map((account) => min(max("0", negate(account.open)), kept(account)))
  const ofNamed = accounts.map((account, index) => (index === named ? kept(account) : "0"))
  const first = shares(amount, named < 0 ? tooMuch : ofNamed, { keepRest: false })
  const second = shares(
    subtract(amount, sum(first)),
    accounts.map((account, index) => subtract(kept(account), first[index] ?? "0")),
    { keepRest: false },
  )
  return first.map((part, index) => add(part, second[index] ?? "0"))
}

/** What a payment leaves: received and not given back. */
const kept = ({ paid, refunded }: InvoiceAccount): Decimal => max("0", subtract(paid, refunded))

function newlyReceived(
  invoices: readonly AccountOfInvoice[],
  { captured, reinstated, currencyCode, rounding }: OrderReceipts,
): Decimal {
  const entered = subtract(sum(invoices.map(({ account }) => account.paid)), reinstated)
  const received = subtract(round(captured, currencyCode), entered)
  const asked = sum(invoices.map(({ account }) => askedBy(account)))
  return max("0", isWithin(subtract(received, asked), rounding) ? asked : received)
}

function newlyGivenBack(invoices: readonly AccountOfInvoice[], receipts: OrderReceipts): Decimal {
  const { captured, refunded, returned, currencyCode } = receipts
  const all = sum(invoices.map(({ account }) => kept(account)))
  const entered = subtract(sum(invoices.map(({ account }) => account.refunded)), returned)
  const given = subtract(round(refunded, currencyCode), entered)
  const isAll = isPositive(refunded) && compare(refunded, captured) >= 0
  return max("0", min(isAll ? all : given, all))
}

const isWithin = (difference: Decimal, most: Decimal): boolean =>
  compare(difference, most) <= 0 && compare(negate(difference), most) <= 0

/** Divides an amount, each taking as much as it can; what is left stands with the first. */
function shares(amount: Decimal, most: readonly Decimal[], { keepRest = true } = {}): Decimal[] {
  let rest = amount
  const taken = most.map((one) => {
    const part = max("0", min(rest, one))
    rest = subtract(rest, part)
    return part
  })
  return taken.map((part, index) => (index === 0 && keepRest ? add(part, rest) : part))
}

function withPayment(one: AccountOfInvoice, amount: Decimal): AccountOfInvoice {
  const { account } = one
  const undone = min(amount, account.writtenOff)
  return {
    ...one,
    account: {
      ...account,
      paid: add(account.paid, amount),
      writtenOff: subtract(account.writtenOff, undone),
      open: add(subtract(account.open, amount), undone),
    },
  }
}

/** What was given back of an invoice itself: not what had been received beyond it. */
export function givenBackOf(
  { total, paid, refunded, balanceUsed, balanceMoved }: InvoiceAccount,
  returned: Decimal,
): Decimal {
  const tooMuch = max("0", subtract(subtract(add(paid, balanceUsed), balanceMoved), total))
  return max("0", min(total, subtract(subtract(refunded, returned), tooMuch)))
}
