import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  changeSubscription,
  type LockedSubscription,
  subscriptionsOfOrder,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { firstPaymentChange, firstPaymentOf } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { loadOrder } from "../../../orders/load-orders"
import { orderPayment } from "../../orders/order-payment"
import { rememberMethodOfBuyer } from "../../payment-methods/remember-method-of-buyer"
import { giveBackUnusedTrials } from "../give-back-unused-trials"

export interface SyncFirstPaymentInput {
  /** The order that created the subscriptions. */
  order_id: string
  as_of: CivilDate
}

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
    const method = order.customer?.hasAccount ? await rememberMethodOfBuyer(container, order_id) : null
    const changed = await withLockedSubscriptions(knex, ids, async (trx, locked) => {
      const done: string[] = []
      const undone: LockedSubscription[] = []
      for (const { row, items } of locked) {
        // A subscription that follows another customer than the order gets no method of the order's.
        const own = row.customer_id === order.customerId ? method : null
        const change = firstPaymentChange(row, { payment, method: own, asOf: as_of }, options)
        if (change) {
          await changeSubscription(trx, { row, change }, { as_of, actor: "system" })
          done.push(row.id)
          undone.push(...(change.type === "canceled" ? [{ row, items }] : []))
        }
      }
      await giveBackUnusedTrials(container, trx, { undone, asOf: as_of })
      return done
    })
    return new StepResponse(changed)
  },
)
