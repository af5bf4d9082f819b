import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  attemptsOfRenewal,
  findRenewalOfOrder,
  lockAccounts,
  lockRenewals,
  membersOfRenewals,
  owingOfOrder,
  settleRenewalOfOrder,
  subscriptionsBeside,
} from "../../../../modules/billing"
import { type Database, inTransaction } from "../../../../modules/core"
import {
  canSettle,
  isLeftToAsk,
  ofMembers,
  renewalStatusAfter,
  settlingFact,
  standingOfOrder,
  type CollectibleRenewal,
  type OrderStanding,
  type RenewalMember,
  type StandingSettings,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { loadOrder } from "../../../orders/load-orders"
import { lockOwing, settleSubscriptions, type OwingSubscriptions } from "../../charges/settle-subscriptions"
import { lookAgain } from "../../dunning/look-again"
import { readStandingSettings } from "../../dunning/read-dunning-settings"

export interface SettleOrderInput {
  order_id: string
  as_of: CivilDate
}

/**
 * Settles the renewal whose order was paid by the customer, marked as paid, or canceled outside of a billing run, with its
 * subscription, or the subscriptions that stopped for what a first order owes. The account of its invoice was brought to the order before. An attempt to charge is never closed over: where one
 * is in doubt, or has paid what is not owed, a run asks the provider. A second run changes nothing, so there is no
 * compensation.
 */
export const settleOrderStep = createStep(
  "billing-settle-order",
  async ({ order_id, as_of }: SettleOrderInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    if (!(await findRenewalOfOrder(knex, order_id)) && !(await owingOfOrder(knex, order_id)).length) {
      return new StepResponse(false)
    }
    const order = await loadOrder(container, order_id)
    const settings = await readStandingSettings(container)
    await inTransaction(knex, (trx) => settle(trx, { order, asOf: as_of, settings }))
    return new StepResponse(true)
  },
)

async function settle(
  trx: Database,
  {
    order,
    asOf,
    settings,
  }: { order: { id: string; isCanceled: boolean }; asOf: CivilDate; settings: StandingSettings },
): Promise<void> {
  // The subscription is locked first, as the settling of charges does.
  const renewal = await findRenewalOfOrder(trx, order.id)
  const members = renewal ? await membersOfRenewals(trx, [renewal.id]) : []
  const owners = renewal
    ? [renewal.subscription_id, ...subscriptionsBeside(members)]
    : await owingOfOrder(trx, order.id)
  const owing = await lockOwing(trx, owners, asOf)
  if (!renewal) {
    await lookAgain(trx, { rows: owing.rows, settings, asOf, reason: "paid" })
    return
  }
  const account = (await lockAccounts(trx, [renewal.invoice_id])).get(renewal.invoice_id)
  if (!account) {
    return
  }
  const status = (await lockRenewals(trx, [renewal.id])).get(renewal.id) ?? renewal.status
  const standing = standingOfOrder(account.account, order.isCanceled)
  await settleRenewal(trx, { renewal: { ...renewal, status }, members, owing, standing, settings, asOf })
}

interface RenewalOfOrder {
  renewal: CollectibleRenewal
  members: RenewalMember[]
  owing: OwingSubscriptions
  standing: OrderStanding
  settings: StandingSettings
  asOf: CivilDate
}

async function settleRenewal(trx: Database, settled: RenewalOfOrder): Promise<void> {
  const { renewal, members, owing, standing, settings, asOf } = settled
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
  const changed = ofMembers([{ renewal, fact, attempt: null }], members)
  await settleSubscriptions(trx, { owing, changed, settings, asOf })
}
