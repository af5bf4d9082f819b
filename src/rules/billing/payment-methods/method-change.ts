import { isFinal } from "../subscriptions/billable"
import { nextDueOn } from "../renewals/next-due-on"
import type { ChangeAnswer } from "../subscriptions/subscription-change"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"

export interface ChangedMethod {
  payment_provider_id: string
  payment_method: Record<string, unknown>
  brand: string | null
  last4: string | null
}

/** Another payment method: what is due later is charged with it, and a decline for good of the old one is forgotten. */
export function methodChange(
  row: SubscriptionColumns,
  { payment_provider_id, payment_method, brand, last4 }: ChangedMethod,
  { invoiceDaysBefore }: { invoiceDaysBefore: number },
): ChangeAnswer {
  if (isFinal(row.status)) {
    return { ok: false, reason: `The subscription is ${row.status}: nothing of it is charged any more` }
  }
  const patch = {
    payment_provider_id,
    payment_method,
    collection_method: "charge_automatically" as const,
    is_hard_declined: false,
  }
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, ...patch }), { invoiceDaysBefore })
  return {
    ok: true,
    change: {
      type: "payment_method_changed",
      patch: { ...patch, next_due_on },
      data: { payment_provider_id, brand, last4 },
    },
  }
}
