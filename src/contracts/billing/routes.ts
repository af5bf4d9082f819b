import { z } from "@medusajs/framework/zod"
import { pageAnswerSchema } from "../page"
import { deletedAnswerSchema, type RouteContract } from "../route"
import { changeRoutes } from "./change-routes"
import { clockAnswerSchema, pushClockSchema } from "./clock"
import { changeBalanceSchema, customerAccountAnswerSchema } from "./customer-account"
import {
  creditInvoiceSchema,
  invoiceDetailAnswerSchema,
  invoiceListAnswerSchema,
  invoicePageAnswerSchema,
  invoiceReasonSchema,
  invoiceSumsAnswerSchema,
  listInvoicesSchema,
  moveBalanceSchema,
  refundInvoiceSchema,
  sumInvoicesSchema,
  writeOffSchema,
} from "./invoices"
import { demoPaymentsAnswerSchema, lateOutcomeSchema, switchSchema } from "./demo-payments"
import {
  changeDueDateSchema,
  chargedAnswerSchema,
  dunningBoardAnswerSchema,
  listDunnedSchema,
  retrySchema,
  suspensionSchema,
} from "./dunning"
import { billingSettingsAnswerSchema, saveBillingSettingsSchema } from "./settings"
import { documentRoutes } from "./document-routes"
import {
  calculatorAnswerSchema,
  calculatorSchema,
  deleteOfferSchema,
  listOffersSchema,
  offerAnswerSchema,
  offerListAnswerSchema,
  offerPositionsSchema,
  saveOfferSchema,
  setVisibilitySchema,
  storeOfferProductAnswerSchema,
  storeOfferSchema,
  storeOffersSchema,
} from "./offers"
import {
  createPaymentLinkSchema,
  newPaymentLinkAnswerSchema,
  paymentLinkAnswerSchema,
  paymentLinkListAnswerSchema,
  revokePaymentLinkSchema,
} from "./payment-links"
import {
  confirmPaymentPageSchema,
  openPaymentPageSchema,
  paymentOutcomeAnswerSchema,
  paymentPageAnswerSchema,
  payPaymentPageSchema,
} from "./payment-pages"
import { orderBillingAnswerSchema } from "./orders"
import { billingOverviewAnswerSchema } from "./overview"
import { ownSubscriptionAnswerSchema, ownSubscriptionDetailAnswerSchema } from "./own-subscriptions"
import {
  changePaymentMethodAnswerSchema,
  savePaymentMethodAnswerSchema,
  savePaymentMethodSchema,
} from "./payment-methods"
import {
  listRemindersSchema,
  previewReminderSchema,
  reminderDetailAnswerSchema,
  reminderListAnswerSchema,
  reminderMessageSchema,
  reminderSettingsAnswerSchema,
  saveReminderSettingsSchema,
  sendReminderSchema,
} from "./reminders"
import {
  listRunsSchema,
  previewRunSchema,
  runAnswerSchema,
  runDetailAnswerSchema,
  runListAnswerSchema,
  runPreviewAnswerSchema,
  startRunSchema,
} from "./runs"
import {
  priceMigrationAnswerSchema,
  subscriptionDetailAnswerSchema,
  subscriptionListAnswerSchema,
} from "./subscription-answers"
import {
  cancelOwnSubscriptionSchema,
  cancelSubscriptionSchema,
  endSubscriptionsSchema,
  listOwnSubscriptionsSchema,
  listSubscriptionsSchema,
  migratePriceSchema,
  splitSubscriptionSchema,
  undoCancelSchema,
  undoOwnCancelSchema,
} from "./subscriptions"

const OFFER = "/admin/billing/products/:product_id/offer"
const SUBSCRIPTIONS = "/admin/billing/subscriptions"
const OWN = "/store/customers/me/subscriptions"

const offers: RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/offers",
    caller: "admin",
    summary: "Offers with their products, by rank",
    query: listOffersSchema,
    answer: offerListAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/offers/positions",
    caller: "admin",
    summary: "Puts the offers of a group into an order",
    body: offerPositionsSchema,
    answer: z.object({ ids: z.array(z.string()) }),
  },
  {
    method: "POST",
    path: "/admin/billing/offers/:id/visibility",
    caller: "admin",
    summary: "Hides an offer or shows it again",
    body: setVisibilitySchema,
    answer: z.object({ offer: z.object({ id: z.string(), hidden: z.boolean() }) }),
  },
  {
    method: "GET",
    path: OFFER,
    caller: "admin",
    summary: "How a product is sold; null: by no offer",
    answer: z.object({ offer: offerAnswerSchema.nullable() }),
  },
  {
    method: "POST",
    path: OFFER,
    caller: "admin",
    summary: "Creates or changes how a product is sold",
    body: saveOfferSchema,
    answer: z.object({ offer: offerAnswerSchema.nullable() }),
  },
  {
    method: "DELETE",
    path: OFFER,
    caller: "admin",
    summary: "Deletes the offer; the product is a plain one then",
    query: deleteOfferSchema,
    answer: deletedAnswerSchema("billing_offer").extend({
      /** Null where there was no offer. */
      id: z.string().nullable(),
      parent: z.object({ id: z.string() }),
    }),
  },
  {
    method: "POST",
    path: "/admin/billing/calculator",
    caller: "admin",
    summary: "Every cycle's price from the monthly one; nothing is stored",
    body: calculatorSchema,
    answer: calculatorAnswerSchema,
  },
  {
    method: "GET",
    path: "/store/billing/products",
    caller: "visitor",
    summary: "The offered products with the cycles that can be bought, at the visitor's prices",
    query: storeOffersSchema,
    answer: pageAnswerSchema.extend({ products: z.array(storeOfferProductAnswerSchema) }),
  },
  {
    method: "GET",
    path: "/store/billing/products/:id",
    caller: "visitor",
    summary: "One offered product",
    query: storeOfferSchema,
    answer: z.object({ product: storeOfferProductAnswerSchema }),
  },
]

const detail = z.object({ subscription: subscriptionDetailAnswerSchema })
const ownDetail = z.object({ subscription: ownSubscriptionDetailAnswerSchema })

const subscriptions: RouteContract[] = [
  {
    method: "GET",
    path: SUBSCRIPTIONS,
    caller: "admin",
    summary: "Subscriptions",
    query: listSubscriptionsSchema,
    answer: subscriptionListAnswerSchema,
  },
  {
    method: "GET",
    path: `${SUBSCRIPTIONS}/:id`,
    caller: "admin",
    summary: "A subscription with its history and its upcoming invoice",
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/cancel`,
    caller: "admin",
    summary: "Cancels a subscription now or at its period's end",
    body: cancelSubscriptionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/undo-cancel`,
    caller: "admin",
    summary: "Takes a scheduled cancellation back",
    body: undoCancelSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/split`,
    caller: "admin",
    summary: "Splits units off into a subscription of their own",
    body: splitSubscriptionSchema,
    status: 201,
    answer: detail.extend({ split_off: subscriptionDetailAnswerSchema }),
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/migrate-price`,
    caller: "admin",
    summary: "Moves subscriptions to the offer's current price, or says what that would change",
    body: migratePriceSchema,
    answer: priceMigrationAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/customers/:id/end-subscriptions",
    caller: "admin",
    summary: "Ends all that runs for a customer, at once",
    body: endSubscriptionsSchema,
    answer: z.object({ ended: z.array(z.string()) }),
  },
  {
    method: "GET",
    path: OWN,
    caller: "customer",
    summary: "The customer's own subscriptions, the latest first",
    query: listOwnSubscriptionsSchema,
    answer: pageAnswerSchema.extend({ subscriptions: z.array(ownSubscriptionAnswerSchema) }),
  },
  {
    method: "GET",
    path: `${OWN}/:id`,
    caller: "customer",
    summary: "An own subscription with its renewals, invoices and the upcoming one",
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/:id/cancel`,
    caller: "customer",
    summary: "Cancels an own subscription",
    body: cancelOwnSubscriptionSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/:id/undo-cancel`,
    caller: "customer",
    summary: "Takes an own scheduled cancellation back",
    body: undoOwnCancelSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/:id/payment-method`,
    caller: "customer",
    summary: "Replaces an own subscription's payment method, and charges what is owed at once",
    body: savePaymentMethodSchema,
    answer: changePaymentMethodAnswerSchema,
    isLimited: true,
  },
  {
    method: "POST",
    path: "/store/carts/:id/payment-method",
    caller: "customer",
    summary: "Saves a payment method for a cart on which nothing is due",
    body: savePaymentMethodSchema,
    answer: savePaymentMethodAnswerSchema,
    isLimited: true,
  },
]

const runs: RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/overview",
    caller: "admin",
    summary: "What runs, what is owed, and how the latest run went",
    answer: z.object({ overview: billingOverviewAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/runs",
    caller: "admin",
    summary: "Billing runs, the latest first",
    query: listRunsSchema,
    answer: runListAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/runs",
    caller: "admin",
    summary: "Starts a run of what is due by a date, or finds the open one of it",
    body: startRunSchema,
    status: 201,
    answer: z.object({ run: runAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/runs/preview",
    caller: "admin",
    summary: "What a run would issue and charge; it changes nothing",
    query: previewRunSchema,
    answer: z.object({ preview: runPreviewAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/runs/:id",
    caller: "admin",
    summary: "A run with its sums, failures and workers",
    answer: z.object({ run: runDetailAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/runs/:id/stop",
    caller: "admin",
    summary: "Stops a run after the batches under way",
    answer: z.object({ run: runAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/invoices",
    caller: "admin",
    summary: "Invoices, the latest first",
    query: listInvoicesSchema,
    answer: invoiceListAnswerSchema,
  },
  {
    method: "GET",
    path: "/admin/billing/invoices/:id",
    caller: "admin",
    summary: "An invoice with its document, its account and its credit notes",
    answer: z.object({ invoice: invoicePageAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/invoices/sums",
    caller: "admin",
    summary: "What the filtered invoices come to, by currency",
    query: sumInvoicesSchema,
    answer: invoiceSumsAnswerSchema,
  },
  {
    method: "GET",
    path: "/admin/billing/invoices/csv",
    caller: "admin",
    summary: "The filtered invoices as a file",
    query: sumInvoicesSchema,
    answer: "text/csv",
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/refund",
    caller: "admin",
    summary: "Gives money back on an invoice, never above what was captured; a credit note follows",
    body: refundInvoiceSchema,
    answer: z.object({ invoice: invoicePageAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/mark-paid",
    caller: "admin",
    summary: "Marks what an invoice still asks for as paid",
    body: invoiceReasonSchema,
    answer: z.object({ invoice: invoicePageAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/write-off",
    caller: "admin",
    summary: "Writes off what an invoice still asks for",
    body: writeOffSchema,
    answer: z.object({ invoice: invoicePageAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/undo-write-off",
    caller: "admin",
    summary: "Takes a write-off back",
    body: invoiceReasonSchema,
    answer: z.object({ invoice: invoicePageAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/credit",
    caller: "admin",
    summary: "Credits a part of an invoice, or all of it, by a credit note",
    body: creditInvoiceSchema,
    answer: z.object({ invoice: invoicePageAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/balance",
    caller: "admin",
    summary: "Pays an invoice from its customer's balance, or moves what it received too much there",
    body: moveBalanceSchema,
    answer: z.object({ invoice: invoicePageAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/customers/:id/account",
    caller: "admin",
    summary: "What a customer owes, and what is held for them",
    answer: z.object({ account: customerAccountAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/customers/:id/balance",
    caller: "admin",
    summary: "Gives a customer balance, or takes it back",
    body: changeBalanceSchema,
    answer: z.object({ account: customerAccountAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/orders/:id",
    caller: "admin",
    summary: "What an order renews",
    answer: z.object({ order: orderBillingAnswerSchema }),
  },
]

const dunning: RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/dunning",
    caller: "admin",
    summary: "What is owed past its date, by stage, with what is done next",
    query: listDunnedSchema,
    answer: dunningBoardAnswerSchema,
  },
  {
    method: "GET",
    path: "/admin/billing/settings",
    caller: "admin",
    summary: "How what is overdue is dealt with",
    answer: z.object({ settings: billingSettingsAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/settings",
    caller: "admin",
    summary: "Changes how what is overdue is dealt with; what is left out stays",
    body: saveBillingSettingsSchema,
    answer: z.object({ settings: billingSettingsAnswerSchema }),
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/suspend`,
    caller: "admin",
    summary: "Suspends a subscription by hand",
    body: suspensionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/resume`,
    caller: "admin",
    summary: "Resumes a paused subscription, or a suspended one that owes nothing past its date",
    body: suspensionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/retry`,
    caller: "admin",
    summary: "Charges what a subscription owes, at once",
    body: retrySchema,
    answer: detail.extend({ charges: z.array(chargedAnswerSchema) }),
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/due-date",
    caller: "admin",
    summary: "Moves the date by which an invoice is to be paid",
    body: changeDueDateSchema,
    answer: z.object({ invoice: invoiceDetailAnswerSchema }),
  },
]

const REMINDERS = "/admin/billing/reminders"
const settingsAnswer = z.object({ settings: reminderSettingsAnswerSchema })

const reminders: RouteContract[] = [
  {
    method: "GET",
    path: REMINDERS,
    caller: "admin",
    summary: "Messages to customers, the latest first",
    query: listRemindersSchema,
    answer: reminderListAnswerSchema,
  },
  {
    method: "GET",
    path: `${REMINDERS}/:id`,
    caller: "admin",
    summary: "A message with what it said",
    answer: z.object({ reminder: reminderDetailAnswerSchema }),
  },
  {
    method: "POST",
    path: `${REMINDERS}/:id/send`,
    caller: "admin",
    summary: "Sends a message once more",
    body: sendReminderSchema,
    answer: z.object({ reminder: reminderDetailAnswerSchema }),
  },
  {
    method: "GET",
    path: `${REMINDERS}/preview`,
    caller: "admin",
    summary: "A message with example data",
    query: previewReminderSchema,
    answer: z.object({ message: reminderMessageSchema }),
  },
  {
    method: "GET",
    path: `${REMINDERS}/settings`,
    caller: "admin",
    summary: "When which messages are sent to customers",
    answer: settingsAnswer,
  },
  {
    method: "POST",
    path: `${REMINDERS}/settings`,
    caller: "admin",
    summary: "Changes when which messages are sent",
    body: saveReminderSettingsSchema,
    answer: settingsAnswer,
  },
]

const PAYMENT_PAGES = "/store/billing/payment-pages"

const paymentPages: RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/invoices/:id/payment-links",
    caller: "admin",
    summary: "The links by which an invoice can be paid, the latest first",
    answer: paymentLinkListAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/payment-links",
    caller: "admin",
    summary: "Makes a link of an invoice; its address is answered this once",
    body: createPaymentLinkSchema,
    status: 201,
    answer: newPaymentLinkAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/payment-links/:id/revoke",
    caller: "admin",
    summary: "Ends a payment link, and the pages that are open by it",
    body: revokePaymentLinkSchema,
    answer: z.object({ payment_link: paymentLinkAnswerSchema }),
  },
  {
    method: "POST",
    path: PAYMENT_PAGES,
    caller: "visitor",
    summary: "What the payment page of a link shows",
    body: openPaymentPageSchema,
    answer: z.object({ payment_page: paymentPageAnswerSchema }),
    isLimited: true,
  },
  {
    method: "POST",
    path: `${PAYMENT_PAGES}/pay`,
    caller: "visitor",
    summary: "Pays an invoice by its link, or begins to",
    body: payPaymentPageSchema,
    answer: paymentOutcomeAnswerSchema,
    isLimited: true,
  },
  {
    method: "POST",
    path: `${PAYMENT_PAGES}/confirm`,
    caller: "visitor",
    summary: "Asks what came of the payment that was begun by a link",
    body: confirmPaymentPageSchema,
    answer: paymentOutcomeAnswerSchema,
    isLimited: true,
  },
]

const demo: RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/clock",
    caller: "admin",
    summary: "The store's date",
    answer: z.object({ clock: clockAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/clock",
    caller: "admin",
    summary: "Pushes the store's date forward, in a demo store",
    body: pushClockSchema,
    answer: z.object({ clock: clockAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/demo-payments",
    caller: "admin",
    summary: "The demo payment provider's switches and latest charges",
    answer: z.object({ demo_payments: demoPaymentsAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/demo-payments",
    caller: "admin",
    summary: "Turns a switch of the demo payment provider",
    body: switchSchema,
    answer: z.object({ demo_payments: demoPaymentsAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/demo-payments/charges/:id",
    caller: "admin",
    summary: "Has the demo provider's bank say later what came of a charge",
    body: lateOutcomeSchema,
    answer: z.object({ demo_payments: demoPaymentsAnswerSchema }),
  },
]

export const billingRoutes: readonly RouteContract[] = [
  ...offers,
  ...subscriptions,
  ...changeRoutes,
  ...runs,
  ...dunning,
  ...reminders,
  ...paymentPages,
  ...documentRoutes,
  ...demo,
]
