import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PaymentActions } from "@medusajs/framework/utils"
import { collectorFor } from "../../../collectors"
import {
  BILLING_MODULE,
  type BillingModuleService,
  processingInvoiceOf,
  renewalsOfSessions,
  sessionInDoubtOf,
} from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import { payInvoiceWorkflow } from "../payment-pages/pay-invoice"
import { collectNowWorkflow } from "./collect-now"
import { recordLateFactWorkflow } from "./record-late-fact"
import { waitForBooking } from "./wait-for-booking"

/** A payment provider's message, as Medusa's own route for them hands it on. */
export interface ProviderMessage {
  /** Without `pp_`, as in the route's path. */
  provider: string
  payload: { data: Record<string, unknown>; rawData: string | Buffer; headers: Record<string, unknown> }
}

/** What has come of an attempt, or that it waits: the provider is asked, and what it says is written. */
const OF_ATTEMPTS = new Set<string>([
  PaymentActions.SUCCESSFUL,
  PaymentActions.FAILED,
  PaymentActions.CANCELED,
  PaymentActions.REQUIRES_MORE,
])

/** Of these Medusa writes payment and books by itself. */
const SUCCESS = new Set<string>([PaymentActions.SUCCESSFUL])

/** A buffer that has gone through an event bus is an object. */
function rawOf(raw: unknown): string | Buffer {
  if (typeof raw === "string" || Buffer.isBuffer(raw)) {
    return raw
  }
  const { data } = (raw ?? {}) as { data?: unknown }
  return Array.isArray(data) ? Buffer.from(data as number[]) : ""
}

/** Only what was signed is read: the raw body, not what was parsed beside it. */
function signedData({ rawData, data }: ProviderMessage["payload"]): Record<string, unknown> {
  const text = rawData.toString()
  try {
    const parsed: unknown = text === "" ? data : JSON.parse(text)
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/**
 * Acts upon what a payment provider says by itself: an attempt that was settled or failed after days, and a settled payment
 * that was returned or disputed. The provider checks the message first and throws for a forged one; it may come often and in
 * any order. Medusa hears of a success, too, and writes the payment and the order's books: it is waited for.
 */
export async function hearProvider(container: MedusaContainer, message: ProviderMessage): Promise<void> {
  const provider_id = message.provider.startsWith("pp_") ? message.provider : `pp_${message.provider}`
  const payload = { ...message.payload, rawData: rawOf(message.payload.rawData) }
  const answer = await container
    .resolve(Modules.PAYMENT)
    .getWebhookActionAndData({ provider: message.provider, payload })
  const as_of = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  const fact = collectorFor(provider_id).readLateFact?.(signedData(payload)) ?? null
  if (fact) {
    await askFirst(container, { provider_id, reference: fact.payment, as_of })
    await recordLateFactWorkflow(container).run({ input: { provider_id, fact, as_of } })
  }
  if (OF_ATTEMPTS.has(answer.action) && answer.data?.session_id) {
    const isBooked = SUCCESS.has(answer.action)
    await askAbout(container, { session_id: answer.data.session_id, as_of, isBooked })
  }
}

interface SessionToAsk {
  session_id: string
  as_of: CivilDate
  /** Medusa writes the payment by itself. */
  isBooked: boolean
}

/** Asks what came of a session: a renewal's attempt, or a payment that its customer has begun on the page and that is at a bank. */
async function askAbout(container: MedusaContainer, { session_id, as_of, isBooked }: SessionToAsk): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const renewal_ids = await renewalsOfSessions(knex, [session_id])
  if (renewal_ids.length) {
    if (isBooked) {
      await waitForBooking(container, session_id)
    }
    await collectNowWorkflow(container).run({ input: { renewal_ids, as_of } })
    return
  }
  const invoice_id = isBooked ? undefined : await processingInvoiceOf(knex, session_id)
  if (invoice_id !== undefined) {
    await payInvoiceWorkflow(container).run({ input: { invoice_id, action: "confirm", fields: {}, as_of } })
  }
}

/** A success that nobody has heard of yet is written before its return: what was never received cannot be taken back. */
async function askFirst(
  container: MedusaContainer,
  { provider_id, reference, as_of }: { provider_id: string; reference: string; as_of: CivilDate },
): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const session_id = await sessionInDoubtOf(knex, { providerId: provider_id, reference })
  if (session_id !== undefined) {
    await askAbout(container, { session_id, as_of, isBooked: false })
  }
}
