import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import type { ChargeOutcome, RenewalCharge } from "../../../rules/billing"
import { noteProcessing } from "../payment-pages/note-processing"
import { endPagePayments } from "../payment-pages/page-payment"
import { readBegunPayments } from "../payment-pages/page-sessions"
import type { ChargeSessions } from "./charge-sessions"

/** What a customer pays on the page is not charged beside it: it is asked about as a charge in doubt is. */
const PROCESSING: ChargeOutcome = { status: "processing", reason: "processing" }

export interface EndedPagePayments {
  /** Whether any were begun: an order may be paid now. */
  isAny: boolean
  /** Renewals of which a payment on the page may still take money. */
  held: Map<string, ChargeOutcome>
}

/**
 * Before renewals are charged: ends what their customers have begun on payment pages, so that both are never taken. What was
 * paid there a moment ago is written into the order. The caller holds the renewals' locks.
 */
export async function endPagePaymentsOf(
  { container, sessions }: { container: MedusaContainer; sessions: ChargeSessions },
  charges: readonly RenewalCharge[],
): Promise<EndedPagePayments> {
  const held = new Map<string, ChargeOutcome>()
  const begun = await readBegunPayments(
    container,
    charges.map(({ payment_collection_id }) => payment_collection_id),
  )
  const asked = charges.filter(({ payment_collection_id }) => begun.get(payment_collection_id)?.length)
  const invoiceOf = await invoicesOf(container, asked)
  for (const { renewal_id, payment_collection_id, as_of } of asked) {
    const invoice = invoiceOf.get(renewal_id)
    const payments = begun.get(payment_collection_id) ?? []
    const left = invoice ? await endPagePayments({ container, sessions, ...invoice, as_of }, payments) : []
    if (invoice) {
      await noteProcessing(container, { ...invoice, as_of })
    }
    if (left.some(({ outcome }) => outcome !== "paid" && outcome !== "declined")) {
      held.set(renewal_id, PROCESSING)
    }
  }
  return { isAny: asked.length > 0, held }
}

async function invoicesOf(
  container: MedusaContainer,
  charges: readonly RenewalCharge[],
): Promise<Map<string, { order_id: string; invoice_id: string }>> {
  const ids = charges.map(({ renewal_id }) => renewal_id)
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const renewals = ids.length
    ? await billing.listRenewals({ id: ids }, { select: ["id", "order_id", "invoice_id"], take: ids.length })
    : []
  return new Map(
    renewals.flatMap(({ id, order_id, invoice_id }) =>
      order_id === null || invoice_id === null ? [] : [[id, { order_id, invoice_id }] as const],
    ),
  )
}
