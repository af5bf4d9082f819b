import { creditNote, creditable, orderEntries, shareBalances, type CreditedInvoice } from "../billing"
import { invoiceAccount, type AccountEntry, type InvoiceAccount } from "../billing"
import { add, isNegative, isPositive, min, multiply, negate, round, subtract, type Decimal } from "../money"
import { invoiceDocument } from "../billing/invoices/invoice-document"
import { invoice, line } from "./invoices"

/** An invoice in a random life, with all that ever happened to it. */
export interface LivingInvoice {
  id: string
  credited: CreditedInvoice
  entries: AccountEntry[]
  captured: Decimal
  refunded: Decimal
  returned: Decimal
}

export interface LivingStore {
  invoices: LivingInvoice[]
  /** The customer's, in the one currency. */
  balance: Decimal
  /** What was given and taken back by hand. */
  granted: Decimal
  /** Numbers of each series, as they were issued, with their dates. */
  issued: { series: "INV" | "CN"; sequence: number; on: string }[]
  clock: string
}

export const STEPS = [
  "issue",
  "pay",
  "pay_part",
  "pay_twice",
  "refund",
  "credit",
  "return",
  "write_off",
  "undo",
  "grant",
  "use",
  "move",
] as const
export type LifeStep = (typeof STEPS)[number]

export const accountOfLife = ({ credited, entries }: LivingInvoice): InvoiceAccount =>
  invoiceAccount(credited.total, entries)

/** A fraction of an amount, in the minor unit; `share` in hundredths. */
const part = (amount: Decimal, share: number): Decimal =>
  round(multiply(amount, `0.${String(share).padStart(2, "0")}`), "eur")

/** The next date of a series: it never falls. */
function number(store: LivingStore, series: "INV" | "CN"): string {
  const own = store.issued.filter((one) => one.series === series)
  const last = own.at(-1)
  const on = last && last.on > store.clock ? last.on : store.clock
  store.issued.push({ series, sequence: own.length + 1, on })
  return on
}

/** What the order's payments say reaches the account by the rule. */
function follow(one: LivingInvoice): void {
  const of = { invoiceId: one.id, currencyCode: "eur", account: accountOfLife(one) }
  const receipts = {
    captured: one.captured,
    refunded: one.refunded,
    returned: one.returned,
    reinstated: "0",
    currencyCode: "eur",
    rounding: "0",
  }
  one.entries.push(...orderEntries([of], receipts, { source: "order", sourceId: one.id, asOf: "2026-03-01" }))
}

/** One step of a life. What is not possible as things stand changes nothing. */
export function live(store: LivingStore, step: LifeStep, { pick, share }: { pick: number; share: number }): void {
  const one = store.invoices[pick % Math.max(1, store.invoices.length)]
  if (step === "issue" || !one) {
    issue(store, share)
    return
  }
  const account = accountOfLife(one)
  const kept = subtract(account.paid, account.refunded)
  if (step === "pay" || step === "pay_part" || step === "pay_twice") {
    const asked = add(account.open, account.writtenOff)
    const amount =
      step === "pay_part" ? part(asked, share) : step === "pay" ? asked : add(asked, part(account.total, share))
    one.captured = isPositive(amount) ? add(one.captured, amount) : one.captured
    follow(one)
  } else if (step === "refund" && isPositive(kept)) {
    refund(store, one, part(kept, share))
  } else if (step === "credit") {
    credit(store, one, part(creditable(one.credited), share))
    follow(one)
  } else if (step === "return" && isPositive(kept)) {
    one.returned = add(one.returned, kept)
    one.entries.push({ kind: "refund", amount: kept })
  } else if (step === "write_off" && isPositive(account.open)) {
    one.entries.push({ kind: "written_off", amount: account.open })
  } else if (step === "undo" && isPositive(account.writtenOff)) {
    one.entries.push({ kind: "written_off_undone", amount: account.writtenOff })
  } else {
    moveBalance(store, one, { step, share })
  }
}

function issue(store: LivingStore, share: number): void {
  const document = invoiceDocument(
    invoice({
      lines: [
        line({ unitPrice: `${share}.33`, taxRates: [{ code: "vat", name: "VAT", rate: 20 }] }),
        line({ unitPrice: "7.77", taxRates: [{ code: "low", name: "VAT low", rate: "2.6" }] }),
      ],
    }),
  )
  number(store, "INV")
  const id = `binv_${store.invoices.length}`
  const credited = { document, total: document.totals.payable, creditNotes: [] }
  store.invoices.push({ id, credited, entries: [], captured: "0", refunded: "0", returned: "0" })
}

function credit(store: LivingStore, one: LivingInvoice, amount: Decimal): void {
  if (!isPositive(amount)) {
    return
  }
  const note = creditNote(one.credited, { amount, issuedOn: number(store, "CN") })
  one.credited = { ...one.credited, creditNotes: [...one.credited.creditNotes, note] }
  one.entries.push({ kind: "credit_note", amount: note.totals.payable })
}

/** A refund lowers what the order comes to, as far as it gives back no more than was received too much. */
function refund(store: LivingStore, one: LivingInvoice, amount: Decimal): void {
  const { open } = accountOfLife(one)
  const tooMuch = isNegative(open) ? negate(open) : "0"
  const lowers = min(subtract(amount, tooMuch), creditable(one.credited))
  credit(store, one, isPositive(lowers) ? lowers : "0")
  one.refunded = add(one.refunded, amount)
  follow(one)
}

function moveBalance(store: LivingStore, one: LivingInvoice, { step, share }: { step: LifeStep; share: number }): void {
  const { open } = accountOfLife(one)
  if (step === "grant") {
    store.balance = add(store.balance, `${share}.00`)
    store.granted = add(store.granted, `${share}.00`)
  } else if (step === "use" && isPositive(open)) {
    const ask = { id: one.id, balanceId: "b", currencyCode: "eur", dueOn: "2026-03-01", amount: open }
    const amount = shareBalances(new Map([["b", store.balance]]), [ask]).get(one.id)
    if (amount !== undefined) {
      store.balance = subtract(store.balance, amount)
      one.entries.push({ kind: "balance_used", amount })
    }
  } else if (step === "move" && isNegative(open)) {
    store.balance = add(store.balance, negate(open))
    one.entries.push({ kind: "balance_moved", amount: negate(open) })
  }
}
