import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { amountTakenBy, collectorFor, invoiceCollector } from "../../../collectors"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type InvoiceToPay,
  PAID_FOR,
  readInvoiceToPay,
} from "../../../modules/billing"
import { openAmount, paymentPageState, type PaymentPageFacts } from "../../../rules/billing"
import { compare, isZero, round, type Decimal } from "../../../rules/money"
import type { CivilDate } from "../../../rules/calendar"
import { withdrawAttempt } from "../charges/charge-attempt"
import { ChargeSessions } from "../charges/charge-sessions"
import { offeredForms, type OfferedForm } from "./offered-forms"
import { pageFacts } from "./page-facts"
import {
  askPagePayment,
  endPagePayments,
  finishPagePayment,
  outcomeOf as of,
  withdrawPagePayment,
  type PagePaying,
  type PagePayment,
} from "./page-payment"
import { asFormSession, newPageSessionId, readPageSessions, type BegunPayment } from "./page-sessions"
import { isToBeSaved, savesMethod, savingParts } from "./save-while-paying"

export interface PayInvoiceInput {
  invoice_id: string
  /** `begin`: pays by this provider, or opens its form; `confirm`: asks what came of what was begun. */
  action: "begin" | "confirm"
  /** With `begin`. */
  provider_id?: string | undefined
  /** What the customer posted with the form; the provider's form takes the fields that it knows. */
  fields: Record<string, string>
  as_of: CivilDate
}

interface Paying extends PagePaying {
  invoice: InvoiceToPay
}

/** Pays under the invoice's lock. What was begun before is finished first: nothing is charged beside it. */
export async function payLocked(container: MedusaContainer, input: PayInvoiceInput): Promise<PagePayment> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const before = await readInvoiceToPay(knex, input.invoice_id)
  if (!before) {
    return of("nothing_owed")
  }
  const sessions = new ChargeSessions(container.resolve(Modules.PAYMENT))
  const { paid, begun, attempt, outdated } = await readPageSessions(container, before)
  // Payments whose capture or settling may have been interrupted; doing it again changes nothing.
  const { order_id } = before
  for (const one of before.status === "paid" ? [] : paid) {
    await finishPagePayment({ container, sessions, order_id, as_of: input.as_of }, one)
  }
  const invoice = (paid.length && (await readInvoiceToPay(knex, input.invoice_id))) || before
  const paying = { container, sessions, invoice, order_id, as_of: input.as_of }
  const facts = pageFacts(invoice, null, attempt !== null)
  const state = paymentPageState(facts)
  if (state === "paid" || state === "settled") {
    // Nobody pays what is paid by a form that is still open; what was paid in the same moment is not lost.
    await endPagePayments(paying, begun)
    return of(state === "paid" ? "paid" : "nothing_owed")
  }
  const open = begun.filter((one) => one.state !== "waits" || one.session.provider_id === input.provider_id)
  const asked = input.action === "confirm" ? begun : open
  for (const payment of asked.filter((one) => one.form.kind === "charge" || mustAsk(one, input))) {
    const answer = await askPagePayment(paying, await confirmed(sessions, { payment, input }))
    if (answer.outcome !== "declined" || input.action === "confirm") {
      return answer
    }
  }
  if (state === "action_required" && input.action === "begin" && (await withdrawAsked(paying, attempt))) {
    return begin(paying, { input, begun, facts })
  }
  if (state !== "open") {
    return of(state)
  }
  if (input.action !== "begin") {
    return of("opened")
  }
  return outdated && !(await withdrawAsked(paying, outdated))
    ? of("unavailable")
    : begin(paying, { input, begun, facts })
}

/** A form that only waits has taken nothing: it is asked about when the customer comes back from it. */
const mustAsk = ({ state }: BegunPayment, { action }: PayInvoiceInput): boolean =>
  action === "confirm" || state === "in_doubt"

/** The payment with what the customer's confirmation adds to it, where their bank asked for one. */
async function confirmed(
  sessions: ChargeSessions,
  { payment, input }: { payment: BegunPayment; input: PayInvoiceInput },
): Promise<BegunPayment> {
  const { session, form, state } = payment
  const added = input.action === "confirm" && state === "requires_action" ? (form.confirm?.(input.fields) ?? {}) : {}
  if (!Object.keys(added).length) {
    return payment
  }
  const now = { ...session, data: { ...session.data, ...added } }
  await sessions.store([{ id: session.id, status: session.status, data: now.data }])
  return { ...payment, session: now }
}

/**
 * Ends the billing run's attempt that waits for the customer, as they pay otherwise. false: the provider refuses, as where it was
 * confirmed just now, and it waits to be asked about.
 */
async function withdrawAsked({ container, sessions, invoice }: Paying, asked: BegunPayment | null): Promise<boolean> {
  const outcome = asked && (await withdrawAttempt(sessions, asked.session.id))
  if (outcome?.status !== "withdrawn" || !invoice.attempt) {
    return false
  }
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  await billing.finishChargeAttempts([{ id: invoice.attempt.id, outcome, payment_id: null, provider_reference: null }])
  return true
}

interface Beginning {
  input: PayInvoiceInput
  begun: BegunPayment[]
  facts: PaymentPageFacts
}

async function begin(paying: Paying, { input, begun, facts }: Beginning): Promise<PagePayment> {
  const { container, invoice } = paying
  const offered = await offeredForms(container, invoice.region_id)
  const chosen = offered.find(
    ({ provider_id, form }) => provider_id === input.provider_id && form.kind !== "instructions",
  )
  if (!chosen) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "provider_id: is not offered for this invoice")
  }
  const waiting = begun.filter(({ state }) => state === "waits" || state === "requires_action")
  const amount = amountTakenBy(chosen.provider_id, invoice.currency_code)(openAmount(facts))
  const saves = savesMethod(invoice, { providerId: chosen.provider_id, fields: input.fields })
  const wanted = { chosen, amount: sessionAmount(invoice, facts), saves }
  const same = waiting.find(({ session }) => fits(session, wanted))
  for (const other of waiting.filter((one) => one !== same)) {
    const left = await withdrawPagePayment(paying, other)
    if (left) {
      return left
    }
  }
  const session = same?.session ?? (await create(paying, { chosen, facts, fields: input.fields, saves }))
  const opened = await open(paying, session, amount)
  if (typeof opened === "string") {
    return of("unavailable", opened)
  }
  const state = chosen.form.stateOf(asFormSession(opened))
  return chosen.form.kind === "charge"
    ? askPagePayment(paying, { session: opened, form: chosen.form, state })
    : of("opened")
}

interface Wanted {
  chosen: OfferedForm
  amount: Decimal
  saves: boolean
}

const fits = (session: PaymentSessionDTO, { chosen, amount, saves }: Wanted): boolean =>
  session.provider_id === chosen.provider_id &&
  compare(String(session.amount), amount) === 0 &&
  isToBeSaved(session) === saves

/** Medusa's payment and capture get the order's exact total where it is all to be paid; the provider takes whole units. */
function sessionAmount(invoice: InvoiceToPay, facts: PaymentPageFacts): Decimal {
  const { order_total, currency_code, captured } = invoice
  const open = openAmount(facts)
  const isAll = order_total !== null && isZero(captured) && compare(round(order_total, currency_code), open) === 0
  return isAll ? order_total : open
}

interface Creating extends Pick<Wanted, "chosen" | "saves"> {
  facts: PaymentPageFacts
  fields: Record<string, string>
}

async function create(
  { container, sessions, invoice, as_of }: Paying,
  { chosen, facts, fields, saves }: Creating,
): Promise<PaymentSessionDTO> {
  const id = newPageSessionId()
  if (!invoice.payment_collection_id) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `The order of invoice ${invoice.number} takes no payment`)
  }
  const { provider_id } = chosen
  const saving =
    saves && invoice.customer_id !== null
      ? await savingParts(container, { customer_id: invoice.customer_id, provider_id, as_of })
      : null
  await sessions.create([
    {
      id,
      payment_collection_id: invoice.payment_collection_id,
      provider_id,
      amount: sessionAmount(invoice, facts),
      currency_code: invoice.currency_code,
      data: { ...chosen.form.begin(fields), ...saving?.data },
      context: { ...saving?.context, [PAID_FOR]: invoice.id },
    },
  ])
  const made = (await sessions.read([id])).get(id)
  if (!made) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The payment session ${id} was not stored`)
  }
  return made
}

/** Tells the provider of a session, once: under the session's own key, so that a repetition opens none beside it. */
async function open(
  { sessions }: Paying,
  session: PaymentSessionDTO,
  amount: Decimal,
): Promise<PaymentSessionDTO | string> {
  const collector = collectorFor(session.provider_id)
  const isOpened =
    collector === invoiceCollector ? typeof session.data.id === "string" : collector.hasReference(session.data)
  if (isOpened) {
    return session
  }
  try {
    const answer = await sessions.initiate(session, { key: session.id, amount })
    await sessions.store([{ id: session.id, ...answer }])
    return { ...session, data: answer.data }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
