import { MedusaService } from "@medusajs/framework/utils"
import {
  CartLine,
  ChargeAttempt,
  ClockOffset,
  Cycle,
  Invoice,
  InvoicePayment,
  InvoiceSeries,
  Offer,
  OutboxEvent,
  Renewal,
  Run,
  RunShare,
  SetupFee,
  Subscription,
  SubscriptionEvent,
  SubscriptionItem,
  TrialUse,
} from "./models"
import { parseOptions, type BillingOptions } from "./options"

/** The billing room's data: generated CRUD for every model, plus the store's settings. */
export default class BillingModuleService extends MedusaService({
  CartLine,
  ChargeAttempt,
  ClockOffset,
  Cycle,
  Invoice,
  InvoicePayment,
  InvoiceSeries,
  Offer,
  OutboxEvent,
  Renewal,
  Run,
  RunShare,
  SetupFee,
  Subscription,
  SubscriptionEvent,
  SubscriptionItem,
  TrialUse,
}) {
  readonly options: BillingOptions

  constructor(container: Record<string, unknown>, options: unknown) {
    super(...arguments)
    this.options = parseOptions(options)
  }
}
