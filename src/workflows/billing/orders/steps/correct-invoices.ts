import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BillingModuleService,
  findRenewalOfOrder,
  lockOrderInvoices,
  lockStandings,
  membersOfRenewals,
  subscriptionsBeside,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import type { BillingOptions } from "../../../../options"
import { refundedRenewal, type CreditedLines } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { OrderFacts } from "../../../orders/order-facts"
import { loadOrder } from "../../../orders/load-orders"
import { writeBalanceOnOrders } from "../../balance/write-balance-on-orders"
import { settleOrderAccounts } from "../../accounts/settle-order-accounts"

export interface CorrectInvoicesInput {
  order_id: string
  /** The change after which the invoices are looked at. */
  cause: string
  /** Medusa's record of it. */
  source_id: string
  as_of: CivilDate
  /** The invoice of the order that a credit is meant for; left out: by its lines, the own one first. */
  invoice_id?: string
  /** Its lines that are credited: net, by their number; left out: as the order's lines have changed, or all. */
  credited_lines?: CreditedLines
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
    const load = () => loadOrder(container, input.order_id)
    const moved = await inTransaction(knex, (trx) => correct(trx, { input, load, options }))
    // A sweep does it where the process dies before.
    await writeBalanceOnOrders(container, moved)
    return new StepResponse(undefined)
  },
)

interface Correction {
  input: CorrectInvoicesInput
  load: () => Promise<OrderFacts>
  options: BillingOptions
}

/** Returns the invoices that a balance has paid, or got something of. */
async function correct(trx: Database, { input, load, options }: Correction): Promise<string[]> {
  // The subscription is locked first, as the settling of charges does.
  const renewal = await findRenewalOfOrder(trx, input.order_id)
  const members = renewal ? await membersOfRenewals(trx, [renewal.id]) : []
  if (renewal) {
    await lockStandings(trx, [renewal.subscription_id, ...subscriptionsBeside(members)])
  }
  await lockOrderInvoices(trx, input.order_id)
  // As it is now, under the lock: an order that was read before another change was settled would undo it.
  const order = await load()
  const { cause, source_id: sourceId, as_of: asOf, invoice_id: meantFor, credited_lines: creditedLines } = input
  const settled = await settleOrderAccounts(trx, { options, order, cause, sourceId, asOf, meantFor, creditedLines })
  if (renewal && settled) {
    const { timeLine, events } = refundedRenewal(renewal, { amount: settled.newlyRefunded, members, asOf })
    await addTimelineEntries(trx, timeLine)
    await addOutboxEvents(trx, events)
  }
  return settled?.withBalance ?? []
}
