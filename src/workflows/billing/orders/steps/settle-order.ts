import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  addTimelineEntries,
  attemptsOfRenewal,
  findRenewalOfOrder,
  lockAccounts,
  lockRenewals,
  lockStatuses,
  setStatuses,
  settleRenewalOfOrder,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import {
  canSettle,
  isLeftToAsk,
  renewalStatusAfter,
  settleBatch,
  settlingFact,
  standingOfOrder,
  type CollectibleRenewal,
  type OrderStanding,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { loadOrder } from "../../../orders/load-orders"

export interface SettleOrderInput {
  order_id: string
  as_of: CivilDate
}

/**
 * Settles the renewal whose order was paid by the customer, marked as paid, or canceled outside of a billing run, with its
 * subscription. The account of its invoice was brought to the order before. An attempt to charge is never closed over: where one
 * is in doubt, or has paid what is not owed, a run asks the provider. A second run changes nothing, so there is no
 * compensation.
 */
export const settleOrderStep = createStep(
  "billing-settle-order",
  async ({ order_id, as_of }: SettleOrderInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    if (!(await findRenewalOfOrder(knex, order_id))) {
      return new StepResponse(false)
    }
    const order = await loadOrder(container, order_id)
    await inTransaction(knex, (trx) => settle(trx, order, as_of))
    return new StepResponse(true)
  },
)

async function settle(trx: Database, order: { id: string; isCanceled: boolean }, asOf: CivilDate): Promise<void> {
  // The subscription is locked first, as the settling of charges does.
  const renewal = await findRenewalOfOrder(trx, order.id)
  const before = renewal ? await lockStatuses(trx, [renewal.subscription_id]) : []
  const account = renewal && (await lockAccounts(trx, [renewal.invoice_id])).get(renewal.invoice_id)
  if (!renewal || !account) {
    return
  }
  const status = (await lockRenewals(trx, [renewal.id])).get(renewal.id) ?? renewal.status
  const standing = standingOfOrder(account.account, order.isCanceled)
  await settleRenewal(trx, { renewal: { ...renewal, status }, before, standing, asOf })
}

interface RenewalOfOrder {
  renewal: CollectibleRenewal
  before: Awaited<ReturnType<typeof lockStatuses>>
  standing: OrderStanding
  asOf: CivilDate
}

async function settleRenewal(trx: Database, { renewal, before, standing, asOf }: RenewalOfOrder): Promise<void> {
  const fact = settlingFact(standing, null)
  if (!fact) {
    return
  }
  const to = renewalStatusAfter(fact)
  if (!canSettle(renewal.status, to)) {
    return
  }
  const attempts = await attemptsOfRenewal(trx, renewal.id)
  const isOpen = isLeftToAsk(standing, attempts)
  await settleRenewalOfOrder(trx, { id: renewal.id, status: to, reason: fact.reason, isOpen })
  const result = settleBatch({ charged: [{ renewal, fact }], before, asOf })
  await setStatuses(trx, result.statuses)
  await addTimelineEntries(trx, result.timeLine)
  await addOutboxEvents(trx, result.events)
}
