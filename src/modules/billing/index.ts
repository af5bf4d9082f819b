import { Module } from "@medusajs/framework/utils"
import BillingModuleService from "./service"

export const BILLING_MODULE = "serviceBilling"

export default Module(BILLING_MODULE, { service: BillingModuleService })

export type { BillingModuleService }

export * from "./queries/cart/cart-lines"
export * from "./queries/cart/trial-uses"
export * from "./queries/charges/charge-attempts"
export * from "./queries/charges/collecting"
export * from "./queries/invoices/invoices"
export * from "./queries/offers/write-offer"
export * from "./queries/orders/order-work"
export * from "./queries/payment-methods/saved-methods"
export * from "./queries/renewals/claims"
export * from "./queries/renewals/renewal-orders"
export * from "./queries/renewals/renewals"
export * from "./queries/runs/runs"
export * from "./queries/subscriptions/change-subscription"
export * from "./queries/subscriptions/first-periods"
export * from "./queries/subscriptions/insert-subscriptions"
export * from "./queries/subscriptions/list-subscriptions"
export * from "./queries/subscriptions/lock-subscriptions"
export * from "./queries/subscriptions/running-subscriptions"
export * from "./queries/subscriptions/subscription-events"
export * from "./queries/subscriptions/subscription-history"
export * from "./queries/subscriptions/subscription-record"
export * from "./rows"
