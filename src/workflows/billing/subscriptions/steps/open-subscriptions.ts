import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type NewSubscription,
  addTimelineEntries,
  insertSubscriptions,
  useTrials,
} from "../../../../modules/billing"
import { addOutboxEvents, linkOrderLines, type Database, inTransaction } from "../../../../modules/core"
import type { BillingOptions } from "../../../../options"
import {
  collectionMethodOf,
  firstPaymentOf,
  openedEvents,
  openSubscription,
  subscriptionOfLine,
  withoutTrial,
  type OpenedSubscription,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { RememberedPayment } from "../../payment-methods/remember-method"
import type { OrderFacts } from "../../../orders/order-facts"
import { orderPayment } from "../../orders/order-payment"
import type { OrderedService } from "../ordered-services"

/** What an order sells that makes subscriptions. */
interface Sale {
  order: OrderFacts
  services: OrderedService[]
}

export interface OpenSubscriptionsInput {
  /** null: there is nothing to make. */
  sale: Sale | null
  method: RememberedPayment | null
  ordered_on: CivilDate
}

/** Another process has made them: this one's transaction is undone, and theirs are answered. */
class AlreadyCreated extends Error {}

/**
 * Makes the subscriptions of an order: all of them, with their time lines, events and trials, in one transaction, or
 * none. Their ids come from the order's lines, so a second run finds the first one's. There is no compensation: what was
 * sold stays sold, and a later run changes nothing.
 */
export const openSubscriptionsStep = createStep(
  "billing-open-subscriptions",
  async ({ sale, method, ordered_on }: OpenSubscriptionsInput, { container }) => {
    if (sale) {
      const {
        db: { knex },
        options,
      } = container.resolve<BillingModuleService>(BILLING_MODULE)
      const opening = { sale, method, orderedOn: ordered_on, options }
      await inTransaction(knex, (trx) => open(trx, opening)).catch((error: unknown) => {
        if (!(error instanceof AlreadyCreated)) {
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
  orderedOn: CivilDate
  options: BillingOptions
}

async function open(trx: Database, opening: Opening): Promise<void> {
  const subscriptions = await decide(trx, opening)
  if (!subscriptions.length) {
    return
  }
  if (!(await insertSubscriptions(trx, subscriptions))) {
    throw new AlreadyCreated()
  }
  await linkOrderLines(trx, opening.sale.order.id, orderedRecords(opening.sale))
  const news = subscriptions.map(({ row }) => openedEvents(row, opening.orderedOn))
  await addTimelineEntries(
    trx,
    news.flatMap(({ entries }) => entries),
  )
  await addOutboxEvents(
    trx,
    news.flatMap(({ events }) => events),
  )
}

async function decide(trx: Database, opening: Opening): Promise<NewSubscription[]> {
  const { method, orderedOn, options } = opening
  const { order, services } = opening.sale
  const payment = firstPaymentOf(orderPayment(order))
  const sale = {
    hasAccount: order.customer?.hasAccount ?? false,
    hasMethod: method !== null,
    isPaymentOpen: payment === "pending",
    standard: options.collectionMethod,
  }
  const wanted = services.flatMap((service) => {
    const collectionMethod = collectionMethodOf(service.terms, sale)
    const opened = openSubscription({
      terms: service.terms,
      orderedOn,
      payment,
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
    const opened = isRefused ? withoutTrial(one.opened, orderedOn) : one.opened
    return subscriptionOfLine({ ...one, service: inUnits(one.service), opened, order, method, orderedOn })
  })
}

/** The cart lines' records with the order's lines that they became. */
const orderedRecords = ({ services }: Sale) =>
  services.flatMap(({ recordId, line }) => (recordId === null ? [] : [{ recordId, orderLineId: line.id }]))

/** Units are whole: an offer is sold by the piece. */
const inUnits = ({ line, ...service }: OrderedService) => ({
  ...service,
  line: { ...line, quantity: Number(line.quantity) },
})

/** A canceled one has used nothing up. */
const hasTrial = ({ opened }: { opened: OpenedSubscription }): boolean =>
  opened.trialEndOn !== null && opened.status !== "canceled"

const trialUseOf = (order: OrderFacts, { line, offerId }: OrderedService) =>
  order.customerId ? [{ customer_id: order.customerId, offer_id: offerId, order_line_id: line.id }] : []
