import { nextDueOn } from "../renewals/next-due-on"
import type { PlannedChange } from "../subscriptions/subscription-change"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"

/** The order's new customer; the billing address is their default one. */
export interface NewOwner {
  customerId: string | null
  email: string | null
  billingAddress: Record<string, unknown> | null
}

/**
 * What a transfer of its first order does to a subscription (decision 0024); null: nothing, as it is the customer's
 * already. It goes to the new customer with its terms, dates and shipping address. The saved method and the billing
 * address stay behind with the old customer: invoices are sent until the new one has a method, and what is issued and
 * was never charged waits to be paid by hand. An invoice that is sent is issued some days before it is due, so runs find
 * the subscription earlier.
 */
export function transferChange(
  row: SubscriptionColumns & { customer_id: string | null },
  { customerId, email, billingAddress }: NewOwner,
  settings: { invoiceDaysBefore: number },
): PlannedChange | null {
  if (row.customer_id === customerId) {
    return null
  }
  const terms = { payment_provider_id: null, payment_method: null, collection_method: "send_invoice" as const }
  return {
    type: "transferred",
    patch: {
      customer_id: customerId,
      email,
      billing_address: billingAddress,
      ...terms,
      next_due_on: nextDueOn(toSubscriptionFacts({ ...row, ...terms }), settings),
    },
    data: { from_customer_id: row.customer_id, to_customer_id: customerId },
    stopsCollecting: true,
  }
}
