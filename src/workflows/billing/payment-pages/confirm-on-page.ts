import type { MedusaContainer } from "@medusajs/framework/types"
import type { InvoiceToPay } from "../../../modules/billing"
import { paymentPageState } from "../../../rules/billing"
import { confirmAttemptWorkflow } from "../charges/confirm-attempt"
import { pageFacts } from "./page-facts"
import type { PagePayment } from "./page-payment"
import type { PayInvoiceInput } from "./pay-locked"
import { readPageSessions } from "./page-sessions"

/**
 * Where a billing run's attempt waits for the customer and they have confirmed it: the provider is asked about that same
 * attempt, and nothing else is charged. It takes the invoice's lock by itself. null: nothing waits, or another process is
 * about it, and what was begun on the page is looked at.
 */
export async function confirmOnPage(
  container: MedusaContainer,
  invoice: InvoiceToPay,
  { action, fields, as_of }: PayInvoiceInput,
): Promise<PagePayment | null> {
  const { renewal_id } = invoice
  if (action !== "confirm" || renewal_id === null || invoice.attempt?.status !== "requires_action") {
    return null
  }
  const { attempt, begun } = await readPageSessions(container, invoice)
  // What was credited meanwhile asks for nothing any more, though another window still shows it.
  const state = paymentPageState(pageFacts(invoice, null, attempt !== null))
  if (!attempt || state !== "action_required" || begun.some((one) => one.state !== "waits")) {
    return null
  }
  const data = attempt.form.confirm?.(fields) ?? {}
  // In another window it may have been confirmed since: then nothing of it waits any more.
  const { result, errors } = await confirmAttemptWorkflow(container).run({
    input: { renewal_id, as_of, data },
    throwOnError: false,
  })
  return errors.length || !result ? null : outcomeOf(result)
}

const OUTCOMES: Partial<Record<string, PagePayment["outcome"]>> = {
  paid: "paid",
  requires_action: "action_required",
  soft_declined: "declined",
  hard_declined: "declined",
  unknown: "processing",
  processing: "processing",
}

function outcomeOf({ status, reason }: { status: string | null; reason: string | null }): PagePayment | null {
  const outcome = OUTCOMES[status ?? ""]
  return outcome ? { outcome, reason } : null
}
