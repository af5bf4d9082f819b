import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BillingModuleService,
  findRenewalOfOrder,
  lockStandings,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import type { BillingOptions } from "../../../../options"
import { refundedRenewal } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { OrderFacts } from "../../../orders/order-facts"
import { loadOrder } from "../../../orders/load-orders"
import { settleOrderAccounts } from "../../accounts/settle-order-accounts"

export interface CorrectInvoicesInput {
  order_id: string
  /** The change after which the invoices are looked at. */
  cause: string
  /** Medusa's record of it. */
  source_id: string
  as_of: CivilDate
}

/**
 * Brings the invoices of a changed order to what the order is now (decisions 0024 and 0041): corrections with their credit
 * notes and further invoices, what was received and given back. A second run changes nothing, so there is no compensation.
 */
export const correctInvoicesStep = createStep(
  "billing-correct-invoices",
  async (input: CorrectInvoicesInput, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const order = await loadOrder(container, input.order_id)
    await inTransaction(knex, (trx) => correct(trx, { input, order, options }))
    return new StepResponse(undefined)
  },
)

interface Correction {
  input: CorrectInvoicesInput
  order: OrderFacts
  options: BillingOptions
}

async function correct(trx: Database, { input, order, options }: Correction): Promise<void> {
  // The subscription is locked first, as the settling of charges does.
  const renewal = await findRenewalOfOrder(trx, order.id)
  if (renewal) {
    await lockStandings(trx, [renewal.subscription_id])
  }
  const { cause, source_id: sourceId, as_of: asOf } = input
  const settled = await settleOrderAccounts(trx, { options, order, cause, sourceId, asOf })
  if (renewal && settled) {
    const refunded = refundedRenewal(renewal, settled.newlyRefunded, asOf)
    await addTimelineEntries(trx, refunded.timeLine)
    await addOutboxEvents(trx, refunded.events)
  }
}
