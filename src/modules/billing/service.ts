import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import { roomOptions, type BillingOptions } from "../../options"
import { hasLineWith } from "../core"
import {
  BalanceEntry,
  ChargeAttempt,
  CustomerBalance,
  Cycle,
  Document,
  DailyFigure,
  ExitRequest,
  Import,
  OfferRequest,
  FigureEvent,
  FigureMovement,
  Invoice,
  InvoiceCorrection,
  InvoiceEntry,
  InvoicePayment,
  InvoiceSeries,
  Offer,
  Reminder,
  PaymentLink,
  PaymentReturn,
  PriceChange,
  Renewal,
  Run,
  RunProblem,
  RunShare,
  SaleWarning,
  SavedMethod,
  SetupFee,
  Subscription,
  SubscriptionChange,
  SubscriptionFigure,
  SubscriptionItem,
  TrialUse,
} from "./models"
import {
  attemptsToConfirm,
  finishChargeAttempts,
  markAttemptsSent,
  openChargeAttempts,
  withRenewalsLocked,
  type ChargeAttemptRecord,
  type FinishedAttempt,
  type NewChargeAttempt,
} from "./queries/charges/charge-attempts"
import { hiddenProductIds } from "./queries/offers/hidden-products"
import { readOffers } from "./queries/offers/read-offers"
import { countRunningSubscriptions, type RunsOn } from "./queries/subscriptions/running-subscriptions"
import { findSavedMethod, putSavedMethod, type SavedMethodRecord } from "./queries/payment-methods/saved-methods"
import { writeOffer, type OfferEdit, type StoredOffer } from "./queries/offers/write-offer"

/** The billing room's data: generated CRUD for every model, plus what only SQL can say. */
export default class BillingModuleService extends MedusaService({
  BalanceEntry,
  ChargeAttempt,
  CustomerBalance,
  Cycle,
  Document,
  DailyFigure,
  ExitRequest,
  Import,
  OfferRequest,
  FigureEvent,
  FigureMovement,
  Invoice,
  InvoiceCorrection,
  InvoiceEntry,
  InvoicePayment,
  InvoiceSeries,
  Offer,
  Reminder,
  PaymentLink,
  PaymentReturn,
  PriceChange,
  Renewal,
  Run,
  RunProblem,
  RunShare,
  SaleWarning,
  SavedMethod,
  SetupFee,
  Subscription,
  SubscriptionChange,
  SubscriptionFigure,
  SubscriptionItem,
  TrialUse,
}) {
  readonly options: BillingOptions
  /**
   * The store's database, for statements that generated methods do not cover (see `queries/`). Kept in an object,
   * because a workflow step wraps every property of a module that is a function, which `knex` is.
   */
  readonly db: { readonly knex: Knex }

  constructor(container: { __pg_connection__: Knex }, options: unknown) {
    super(container, options)
    this.options = roomOptions(options, "billing")
    this.db = { knex: container.__pg_connection__ }
  }

  /** The offers of these products, each with its cycles and set-up fees. */
  async offersOf(productIds: string[]): Promise<StoredOffer[]> {
    return readOffers(this.db.knex, productIds)
  }

  /** Makes a product's stored offer equal to `after` (null: deletes it), touching only what differs from `before`. */
  async writeOffer(before: StoredOffer | null, after: StoredOffer | null, edit: OfferEdit = {}): Promise<boolean> {
    return writeOffer(this.db.knex, { before, after, ...edit })
  }

  /** How many subscriptions that have not ended run on each of these (B12). */
  async runningSubscriptions(on: RunsOn, ids: string[]): Promise<Map<string, number>> {
    return countRunningSubscriptions(this.db.knex, on, ids)
  }

  /** Products whose offer is hidden (B10), all or among these. */
  async hiddenProductIds(among?: string[]): Promise<string[]> {
    return hiddenProductIds(this.db.knex, among)
  }

  /** Runs `work` on the renewals that no other process is charging, under locks. */
  async withRenewalsLocked<Result>(ids: string[], work: (free: Set<string>) => Promise<Result>): Promise<Result> {
    return withRenewalsLocked(this.db.knex, ids, work)
  }

  /** Stores attempts before anything is charged; returns the current attempt of each renewal. */
  async openChargeAttempts(asked: NewChargeAttempt[], renewalIds: string[]): Promise<ChargeAttemptRecord[]> {
    return openChargeAttempts(this.db.knex, asked, renewalIds)
  }

  /** The attempts of these renewals that wait for the customer to confirm them. */
  async attemptsToConfirm(renewalIds: string[]): Promise<ChargeAttemptRecord[]> {
    return attemptsToConfirm(this.db.knex, renewalIds)
  }

  /** Records that requests are about to be sent. */
  async markAttemptsSent(ids: string[]): Promise<void> {
    await markAttemptsSent(this.db.knex, ids)
  }

  /** Writes the outcomes of open attempts. */
  async finishChargeAttempts(finished: FinishedAttempt[]): Promise<void> {
    await finishChargeAttempts(this.db.knex, finished)
  }

  /** Whether a cart holds a line that renews. */
  async hasRecurringLine(cartId: string): Promise<boolean> {
    return hasLineWith(this.db.knex, cartId, { billing: { terms: { kind: "recurring" } } })
  }

  /** The method that was saved for a cart because nothing was due. */
  async savedMethodOf(cartId: string): Promise<SavedMethodRecord | null> {
    return findSavedMethod(this.db.knex, cartId)
  }

  /** Saves a cart's method in place of an earlier one. */
  async putSavedMethod(record: SavedMethodRecord): Promise<void> {
    await putSavedMethod(this.db.knex, record)
  }
}
