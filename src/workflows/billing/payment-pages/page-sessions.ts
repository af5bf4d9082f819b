import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { formFor, type FormSession, type FormState, type PaymentForm } from "../../../payment-forms"
import {
  begunPageSessions,
  BILLING_MODULE,
  PAGE_SESSION_PREFIX,
  PAID_FOR,
  type BillingModuleService,
  type InvoiceToPay,
} from "../../../modules/billing"
import { newId } from "../../../modules/core"
import { compare } from "../../../rules/money"

export const newPageSessionId = (): string => newId(PAGE_SESSION_PREFIX)

/** A payment that was begun on the page, or a billing run's attempt that the customer can confirm on it. */
export interface BegunPayment {
  session: PaymentSessionDTO
  form: PaymentForm
  state: FormState
}

export const asFormSession = ({ status, data }: PaymentSessionDTO): FormSession => ({ status, data: data ?? {} })

function begunBy(session: PaymentSessionDTO): BegunPayment[] {
  const form = formFor(session.provider_id)
  return form ? [{ session, form, state: form.stateOf(asFormSession(session)) }] : []
}

export interface PageSessions {
  /** Those whose money was taken: Medusa has a payment of them. */
  paid: PaymentSessionDTO[]
  /** Those that may still become paid, the latest first. */
  begun: BegunPayment[]
  /** The billing run's attempt, where it waits for the customer and is of what the invoice asks for. */
  attempt: BegunPayment | null
  /** The same, of another amount: a part was credited or paid since, and nobody is to confirm it. */
  outdated: BegunPayment | null
}

/** An order may have several invoices, each with its page. */
const isPaidFor = ({ context }: PaymentSessionDTO, { id }: InvoiceToPay): boolean =>
  typeof context?.[PAID_FOR] !== "string" || context[PAID_FOR] === id

/** What was begun to pay an invoice. */
export async function readPageSessions(container: MedusaContainer, invoice: InvoiceToPay): Promise<PageSessions> {
  const { payment_collection_id, attempt } = invoice
  if (!payment_collection_id) {
    return { paid: [], begun: [], attempt: null, outdated: null }
  }
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id }, { relations: ["payment", "payment.captures"], take: 200 })
  const own = sessions
    .filter((session) => session.id.startsWith(PAGE_SESSION_PREFIX) && isPaidFor(session, invoice))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
  const asked = sessions.find(({ id, payment }) => id === attempt?.payment_session_id && !payment)
  const waiting = (asked ? begunBy(asked) : []).find(({ state }) => state === "requires_action") ?? null
  const isAsked = attempt !== null && compare(attempt.amount, invoice.open_total) === 0
  return {
    paid: own.filter(({ payment }) => payment),
    begun: own
      .filter(({ payment }) => !payment)
      .flatMap(begunBy)
      .filter(({ state }) => state !== "failed"),
    attempt: isAsked ? waiting : null,
    outdated: isAsked ? null : waiting,
  }
}

/** What customers have begun to pay of these collections on payment pages, by collection: what may still become paid. */
export async function readBegunPayments(
  container: MedusaContainer,
  collectionIds: readonly string[],
): Promise<Map<string, BegunPayment[]>> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const id = await begunPageSessions(knex, collectionIds)
  const sessions = id.length
    ? await container.resolve(Modules.PAYMENT).listPaymentSessions({ id }, { take: id.length })
    : []
  const begun = new Map<string, BegunPayment[]>()
  for (const session of sessions) {
    const found = begunBy(session).filter(({ state }) => state !== "failed")
    const of = session.payment_collection_id
    begun.set(of, [...(begun.get(of) ?? []), ...found])
  }
  return begun
}

/** Which of the begun payments decides what the page shows: one in doubt before all others. */
export function decidingPayment(begun: readonly BegunPayment[]): BegunPayment | null {
  return begun.find(({ state }) => state === "in_doubt") ?? begun[0] ?? null
}

/** A payment as the rule of the page's state knows it. */
export const sessionState = (payment: BegunPayment | null): "in_doubt" | "requires_action" | "waits" | null =>
  !payment || payment.state === "failed" ? null : payment.state
