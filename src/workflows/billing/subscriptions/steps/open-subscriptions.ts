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
import type { OrderedServices } from "./load-ordered-services"

export interface OpenSubscriptionsInput {
  /** null: there is nothing to create. */
  ordered: OrderedServices | null
  method: RememberedPayment | null
  ordered_on: CivilDate
}

/** Another process has created them: this transaction is rolled back, and theirs are returned. */
class AlreadyCreated extends Error {}

/**
 * Creates the subscriptions of an order, with their time lines, events and trials, in one transaction. Their ids are
 * derived from the order's lines, so a second run finds the first one's. There is no compensation: an order stays
 * placed, and a later run changes nothing.
 */
export const openSubscriptionsStep = createStep(
  "billing-open-subscriptions",
  async ({ ordered, method, ordered_on }: OpenSubscriptionsInput, { container }) => {
    if (ordered) {
      const {
        db: { knex },
        options,
      } = container.resolve<BillingModuleService>(BILLING_MODULE)
      const opening = { ordered, method, orderedOn: ordered_on, options }
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
  ordered: OrderedServices
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
  await linkOrderLines(trx, opening.ordered.order.id, orderedRecords(opening.ordered))
  const opened = subscriptions.map(({ row }) => openedEvents(row, opening.orderedOn))
  await addTimelineEntries(
    trx,
    opened.flatMap(({ entries }) => entries),
  )
  await addOutboxEvents(
    trx,
    opened.flatMap(({ events }) => events),
  )
}

async function decide(trx: Database, opening: Opening): Promise<NewSubscription[]> {
  const { method, orderedOn, options } = opening
  const { order, services } = opening.ordered
  const payment = firstPaymentOf(orderPayment(order))
  const facts = {
    hasAccount: order.customer?.hasAccount ?? false,
    hasMethod: method !== null,
    isPaymentOpen: payment === "pending",
    standard: options.collectionMethod,
  }
  const wanted = services.flatMap((service) => {
    const collectionMethod = collectionMethodOf(service.terms, facts)
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
    cartId: order.cartId,
    orderLineIds: order.lines.map((line) => line.id),
  })
  return wanted.map((one) => {
    const isRefused = hasTrial(one) && order.customerId !== null && !granted.has(one.service.line.id)
    const opened = isRefused ? withoutTrial(one.opened, orderedOn, one.service.terms) : one.opened
    return subscriptionOfLine({ ...one, service: inUnits(one.service), opened, order, method, orderedOn })
  })
}

/** The cart line records with their order lines. */
const orderedRecords = ({ services }: OrderedServices) =>
  services.flatMap(({ recordId, line }) => (recordId === null ? [] : [{ recordId, orderLineId: line.id }]))

/** Units of an offer, and of what is in a package, are whole numbers. */
const inUnits = ({ line, pack, ...service }: OrderedService) => ({
  ...service,
  line: { ...line, quantity: Number(line.quantity) },
  pack: pack && {
    ...pack,
    contents: pack.contents.map((content) => ({
      ...content,
      line: { ...content.line, quantity: Number(content.line.quantity) },
    })),
  },
})

/** A canceled one has used no trial. */
const hasTrial = ({ opened }: { opened: OpenedSubscription }): boolean =>
  opened.trialEndOn !== null && opened.status !== "canceled"

const trialUseOf = (order: OrderFacts, { line, offerId }: OrderedService) =>
  order.customerId ? [{ customer_id: order.customerId, offer_id: offerId, order_line_id: line.id }] : []
