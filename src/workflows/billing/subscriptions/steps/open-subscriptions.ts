import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type NewSubscription,
  type TimelineEntry,
  addTimelineEntries,
  insertSubscriptions,
  markCartLineSold,
  useTrials,
} from "../../../../modules/billing"
import { addOutboxEvents } from "../../../../modules/core"
import type { BillingEvent } from "../../../../rules/billing"
import type { BillingOptions } from "../../../../options"
import {
  firstPaymentOf,
  openSubscription,
  withoutTrial,
  type CollectionMethod,
  type OpenedSubscription,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { RememberedPayment } from "../../payment-methods/remember-method"
import type { OrderFacts } from "../../../orders/order-facts"
import { orderPayment } from "../../orders/order-payment"
import type { SoldService } from "../sold-services"
import { collectionMethodOf, subscriptionOfLine } from "../subscription-of-line"
import type { Sale } from "./load-sale"

export interface OpenSubscriptionsInput {
  /** null: there is nothing to make. */
  sale: Sale | null
  method: RememberedPayment | null
  sold_on: CivilDate
}

/** Another process has made them: this one's transaction is undone, and theirs are answered. */
class MadeMeanwhile extends Error {}

/**
 * Makes the subscriptions of an order: all of them, with their time lines, events and trials, in one transaction, or
 * none. Their ids come from the order's lines, so a second run finds the first one's. There is no compensation: what was
 * sold stays sold, and a later run changes nothing.
 */
export const openSubscriptionsStep = createStep(
  "billing-open-subscriptions",
  async ({ sale, method, sold_on }: OpenSubscriptionsInput, { container }) => {
    if (sale) {
      const {
        db: { knex },
        options,
      } = container.resolve<BillingModuleService>(BILLING_MODULE)
      await knex
        .transaction((trx) => open(trx, { sale, method, soldOn: sold_on, options }))
        .catch((error: unknown) => {
          if (!(error instanceof MadeMeanwhile)) {
            throw error
          }
        })
    }
    return new StepResponse(undefined)
  },
)

interface Opening {
  sale: Sale
  method: RememberedPayment | null
  soldOn: CivilDate
  options: BillingOptions
}

async function open(trx: Knex.Transaction, opening: Opening): Promise<void> {
  const subscriptions = await decide(trx, opening)
  if (!subscriptions.length) {
    return
  }
  if (!(await insertSubscriptions(trx, subscriptions))) {
    throw new MadeMeanwhile()
  }
  await markCartLinesSold(trx, opening.sale)
  await addTimelineEntries(
    trx,
    subscriptions.flatMap((made) => entriesOf(made, opening.soldOn)),
  )
  await addOutboxEvents(trx, subscriptions.flatMap(eventsOf))
}

async function decide(trx: Knex.Transaction, opening: Opening): Promise<NewSubscription[]> {
  const { method, soldOn, options } = opening
  const { order, services } = opening.sale
  const wanted = services.flatMap((service) => {
    const collectionMethod = collectionOf(opening, service)
    const opened = openSubscription({
      terms: service.terms,
      soldOn,
      payment: firstPaymentOf(orderPayment(order)),
      activateOn: options.activateOn,
      onFullRefund: options.onFirstOrderRefund,
      issue: { collectionMethod, invoiceDaysBefore: options.invoiceDaysBefore },
    })
    return opened ? [{ service, opened, collectionMethod }] : []
  })
  const granted = await useTrials(trx, {
    uses: wanted.filter(hasTrial).flatMap(({ service }) => trialUseOf(order, service)),
    orderLineIds: order.lines.map((line) => line.id),
  })
  return wanted.map((one) => {
    const isRefused = hasTrial(one) && order.customerId !== null && !granted.has(one.service.line.id)
    const opened = isRefused ? withoutTrial(one.opened, soldOn) : one.opened
    return subscriptionOfLine({ ...one, opened, order, method, soldOn })
  })
}

function collectionOf({ sale, method, options }: Opening, { terms }: SoldService): CollectionMethod {
  const isOpen = firstPaymentOf(orderPayment(sale.order)) === "pending"
  return collectionMethodOf(terms.kind === "recurring" ? terms.collectionMethod : "send_invoice", {
    canCharge: (sale.order.customer?.hasAccount ?? false) && (method !== null || isOpen),
    standard: options.collectionMethod,
  })
}

async function markCartLinesSold(trx: Knex.Transaction, { order, services }: Sale): Promise<void> {
  for (const { recordId, line } of services) {
    if (recordId !== null) {
      await markCartLineSold(trx, { recordId, orderId: order.id, orderLineId: line.id })
    }
  }
}

/** A canceled one has used nothing up. */
const hasTrial = ({ opened }: { opened: OpenedSubscription }): boolean =>
  opened.trialEndOn !== null && opened.status !== "canceled"

const trialUseOf = (order: OrderFacts, { line, offerId }: SoldService) =>
  order.customerId ? [{ customer_id: order.customerId, offer_id: offerId, order_line_id: line.id }] : []

const STARTED = new Set(["active", "trialing"])

function entriesOf({ row }: NewSubscription, as_of: CivilDate): TimelineEntry[] {
  const entry = { subscription_id: row.id, as_of, actor: "system" as const }
  const created = { ...entry, type: "created", data: { order_id: row.order_id, status: row.status } }
  return STARTED.has(row.status) ? [created, { ...entry, type: "activated", data: { status: row.status } }] : [created]
}

function eventsOf({ row }: NewSubscription): BillingEvent[] {
  const data = { id: row.id, order_id: row.order_id, status: row.status }
  const created: BillingEvent = { name: "billing.subscription.created", data }
  return STARTED.has(row.status) ? [created, { name: "billing.subscription.activated", data }] : [created]
}
