import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type SubscriptionChange,
  type SubscriptionRecord,
  changeSubscription,
  subscriptionsOfOrder,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import type { BillingOptions } from "../../../../options"
import { firstPaymentOf, onFirstPayment, type FirstPayment } from "../../../../rules/billing"
import { compareDates, type CivilDate } from "../../../../rules/calendar"
import { rememberMethod, type RememberedPayment } from "../../payment-methods/remember-method"
import { loadOrder } from "../../../orders/load-orders"
import { orderPayment } from "../../orders/order-payment"
import { canceledChange, nextDueOf } from "../subscription-changes"
import type { SyncFirstPaymentInput } from "../sync-first-payment"

/** Applies the rule of the first payment to each subscription of the order, in one transaction. */
export const syncFirstPaymentStep = createStep(
  "billing-sync-first-payment",
  async ({ order_id, as_of }: SyncFirstPaymentInput, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const ids = await subscriptionsOfOrder(knex, order_id, { live: true })
    if (!ids.length) {
      return new StepResponse<string[]>([])
    }
    const order = await loadOrder(container, order_id)
    const payment = firstPaymentOf(orderPayment(order))
    const method = order.customer?.hasAccount ? await rememberMethod(container, { order_id }) : null
    const changed = await withLockedSubscriptions(knex, ids, async (trx, locked) => {
      const done: string[] = []
      for (const { row } of locked) {
        const change = changeFor(row, { payment, method, asOf: as_of, options })
        if (change) {
          await changeSubscription(trx, { row, change }, { as_of, actor: "system" })
          done.push(row.id)
        }
      }
      return done
    })
    return new StepResponse(changed)
  },
)

interface News {
  payment: FirstPayment
  method: RememberedPayment | null
  asOf: CivilDate
  options: BillingOptions
}

function changeFor(row: SubscriptionRecord, { payment, method, asOf, options }: News): SubscriptionChange | null {
  const decision = onFirstPayment({
    status: row.status,
    payment,
    activateOn: options.activateOn,
    onFullRefund: options.onFirstOrderRefund,
    inTrial: row.trial_end_on !== null && compareDates(row.trial_end_on, asOf) > 0,
  })
  switch (decision.kind) {
    case "keep":
      return null
    case "cancel":
      return canceledChange(asOf, decision.reason)
    case "activate": {
      const patch = { status: decision.to, ...lateMethod(row, method) }
      const next_due_on = nextDueOf({ ...row, ...patch }, options)
      return { type: "activated", patch: { ...patch, next_due_on }, data: { status: decision.to } }
    }
  }
}

/** A payment that was settled after the order was placed has saved its method only then, or has saved none. */
function lateMethod(row: SubscriptionRecord, method: RememberedPayment | null): Partial<SubscriptionRecord> {
  if (row.payment_method !== null) {
    return {}
  }
  return method ?? { collection_method: "send_invoice" }
}
