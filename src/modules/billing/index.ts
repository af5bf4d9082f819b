import { Module } from "@medusajs/framework/utils"
import validateOptions from "./loaders/validate-options"
import BillingModuleService from "./service"

export const BILLING_MODULE = "serviceBilling"

export default Module(BILLING_MODULE, {
  service: BillingModuleService,
  loaders: [validateOptions],
})

export type { BillingOptions, BillingOptionsInput } from "./options"
export type { BillingModuleService }
export type { CycleRow, OfferRow, SetupFeeRow, StoredOffer } from "./queries/write-offer"
export type { RunsOn } from "./queries/running-subscriptions"
export type { ChargeAttemptRecord, FinishedAttempt, NewChargeAttempt } from "./queries/charge-attempts"
export type { SavedMethodRecord } from "./queries/saved-methods"
