import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type InvoiceToPay,
  readInvoiceToPay,
} from "../../../modules/billing"
import { openAmount, paymentPageState, type PaymentPageFacts, type PaymentPageState } from "../../../rules/billing"
import { max, round, subtract, sum, type Decimal } from "../../../rules/money"
import { offeredForms, type OfferedForm } from "./offered-forms"
import { pageFacts } from "./page-facts"
import { decidingPayment, readPageSessions, sessionState, type BegunPayment } from "./page-sessions"

/** All that a payment page shows of an invoice, before it is drawn or answered as JSON. */
export interface PaymentPage {
  invoice: InvoiceToPay
  state: PaymentPageState
  /** What is to be paid now; "0.00": nothing. */
  open: Decimal
  /** What was paid and stands; a payment that the account has not heard of counts. */
  received: Decimal
  offered: OfferedForm[]
  /** What waits for the customer, or is asked about. */
  begun: BegunPayment | null
}

/** Reads the page of an invoice; undefined: it is none that is paid by a link. It changes nothing, and asks no provider. */
export async function readPaymentPage(container: MedusaContainer, invoiceId: string): Promise<PaymentPage | undefined> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const invoice = await readInvoiceToPay(knex, invoiceId)
  if (!invoice) {
    return undefined
  }
  const sessions = await readPageSessions(container, invoice)
  const mine = decidingPayment(sessions.begun)
  const facts = pageFacts(invoice, sessionState(mine), sessions.attempt !== null)
  const state = paymentPageState(facts)
  const asksForMoney = state === "open" || state === "processing" || state === "action_required"
  return {
    invoice,
    state,
    open: asksForMoney ? round(openAmount(facts), invoice.currency_code) : round("0", invoice.currency_code),
    received: receivedOf(invoice, facts),
    // What the bank asks about can be paid otherwise, too.
    offered: state === "open" || state === "action_required" ? await offeredForms(container, invoice.region_id) : [],
    begun: asksForMoney ? begunOf(state, mine, sessions.attempt) : null,
  }
}

const receivedOf = (
  { paid_total, refunded_total, currency_code }: InvoiceToPay,
  { unheard }: Pick<PaymentPageFacts, "unheard">,
): Decimal => round(sum([subtract(paid_total, refunded_total), max("0", unheard)]), currency_code)

const begunOf = (
  state: PaymentPageState,
  mine: BegunPayment | null,
  attempt: BegunPayment | null,
): BegunPayment | null => (state === "action_required" && mine?.state !== "requires_action" ? attempt : mine)
