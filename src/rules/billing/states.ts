/**
 * Every list of states of the billing room, written once. The database enums, the zod enums of the contracts and the
 * TypeScript types are all made from these.
 */
export const PAYMENT_TYPES = ["free", "lifetime", "recurring"] as const
export type PaymentType = (typeof PAYMENT_TYPES)[number]

export const SUBSCRIPTION_STATUSES = [
  "pending",
  "trialing",
  "active",
  "past_due",
  "suspended",
  "paused",
  "canceled",
  "expired",
] as const
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number]

/** Why a subscription is suspended. */
export const SUSPENSION_REASONS = ["overdue", "manual"] as const
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number]

/** How a renewal is paid: by the saved method on the due date, or by an invoice that the customer pays. */
export const COLLECTION_METHODS = ["charge_automatically", "send_invoice"] as const
export type CollectionMethod = (typeof COLLECTION_METHODS)[number]

export const SUBSCRIPTION_ITEM_KINDS = ["product", "package", "content", "option"] as const
export type SubscriptionItemKind = (typeof SUBSCRIPTION_ITEM_KINDS)[number]

/**
 * `preparing`: recorded, its order is not finished; `issued`: order and invoice exist; `skipped`: will never be billed;
 * `canceled`: its order was canceled, so that nothing is owed for it.
 */
export const RENEWAL_STATUSES = ["preparing", "issued", "paid", "failed", "skipped", "canceled"] as const
export type RenewalStatus = (typeof RENEWAL_STATUSES)[number]

/**
 * `started`: the provider may or may not have been called. `unknown`: it was called and did not answer. `processing`: the
 * bank takes days to answer. `withdrawn`: nothing was taken, and nothing is to be, because the order owes nothing.
 * `returned`: what was taken was given back. `reversed`: the bank or the payer took it back after it was paid.
 */
export const CHARGE_STATUSES = [
  "started",
  "paid",
  "soft_declined",
  "hard_declined",
  "requires_action",
  "unknown",
  "processing",
  "withdrawn",
  "returned",
  "reversed",
] as const
export type ChargeStatus = (typeof CHARGE_STATUSES)[number]

/** Why a payment that was settled failed later: the bank could not collect it, or the payer disputes it. */
export const RETURN_REASONS = ["returned", "disputed"] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

export const INVOICE_KINDS = ["invoice", "credit_note"] as const
export type InvoiceKind = (typeof INVOICE_KINDS)[number]

/**
 * The state of an invoice's account; the invoice itself never changes. `credited`: credit notes of its whole total were
 * issued. `void`: it was never issued to anybody. `written_off`: its payment is not expected any more.
 */
export const INVOICE_PAYMENT_STATUSES = ["open", "partly_paid", "paid", "credited", "void", "written_off"] as const
export type InvoicePaymentStatus = (typeof INVOICE_PAYMENT_STATUSES)[number]

/** The states in which something is still asked for. */
export const OWED_STATUSES = ["open", "partly_paid"] as const satisfies readonly InvoicePaymentStatus[]

/** As it is answered: `overdue` is one of the owed states past the due date that counts. */
export const INVOICE_STATUSES = [...INVOICE_PAYMENT_STATUSES, "overdue"] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number]

/**
 * The entries of an invoice's account. `refund`: given back, or taken back by the payer's bank. `balance_used`: paid from
 * the customer's balance. `balance_moved`: what was received moved to the customer's balance.
 */
export const INVOICE_ENTRY_KINDS = [
  "payment",
  "refund",
  "balance_used",
  "balance_moved",
  "credit_note",
  "written_off",
  "written_off_undone",
] as const
export type InvoiceEntryKind = (typeof INVOICE_ENTRY_KINDS)[number]

/** What made an entry; its `source_id` is that thing's id. `return`: a settled payment that came back, or was disputed. */
export const INVOICE_ENTRY_SOURCES = ["order", "charge", "return", "credit_note", "balance", "admin"] as const
export type InvoiceEntrySource = (typeof INVOICE_ENTRY_SOURCES)[number]

/**
 * The entries of a customer's balance: given by an admin, taken back by an admin, moved in from an invoice that was paid
 * too much, used for an invoice.
 */
export const BALANCE_ENTRY_KINDS = ["granted", "taken_back", "moved_in", "used"] as const
export type BalanceEntryKind = (typeof BALANCE_ENTRY_KINDS)[number]

export const RUN_STATUSES = ["queued", "running", "completed", "stopped", "failed"] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

export const CART_LINE_KINDS = ["product", "setup_fee"] as const
export type CartLineKind = (typeof CART_LINE_KINDS)[number]

export { INTERVAL_UNITS, type IntervalUnit } from "../calendar/interval"

/**
 * The kinds of invoice line. A `content` is a piece of the package above it, an `option` a choice made with the line
 * above it; both, and a set-up fee, have a parent.
 */
export const INVOICE_LINE_KINDS = ["product", "setup_fee", "shipping", "content", "option"] as const
export type InvoiceLineKind = (typeof INVOICE_LINE_KINDS)[number]

/** The files that an invoice has: for people, and for programs. */
export const DOCUMENT_FORMATS = ["pdf", "xml"] as const
export type DocumentFormatName = (typeof DOCUMENT_FORMATS)[number]

/** What a payment link was made for: to be copied by an admin, one at a time, or to stand in a mail. */
export const PAYMENT_LINK_PURPOSES = ["copy", "mail"] as const
export type PaymentLinkPurpose = (typeof PAYMENT_LINK_PURPOSES)[number]

/**
 * What a customer finds on a payment page. `processing`: a payment is under way, and no other one begins; `action_required`: the
 * customer's bank asks for a confirmation of the payment that was begun; `settled`: nothing is owed though it was not paid.
 */
export const PAYMENT_PAGE_STATES = ["open", "processing", "action_required", "paid", "settled"] as const
export type PaymentPageState = (typeof PAYMENT_PAGE_STATES)[number]

/**
 * `crediting`: decided, the credit note of what is not used is being made; nothing is billed meanwhile. `applied`: the
 * subscription has the new terms. `scheduled`: they hold from the next cycle on. `withdrawn`: they never will.
 */
export const CHANGE_STATUSES = ["crediting", "scheduled", "applied", "withdrawn"] as const
export type ChangeStatus = (typeof CHANGE_STATUSES)[number]

/** When a change takes place. */
export const CHANGE_TIMES = ["now", "period_end"] as const
export type ChangeTime = (typeof CHANGE_TIMES)[number]

/** What a change of terms does: see `decideChange`. */
export const CHANGE_KINDS = ["prorate", "restart", "replace", "schedule"] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What a merchant may let customers change of their own subscriptions. */
export const CUSTOMER_CHANGES = [
  "quantity",
  "cycle",
  "product",
  "pause",
  "skip",
  "renew_early",
  "addresses",
  "cancel",
] as const
export type CustomerChange = (typeof CUSTOMER_CHANGES)[number]

/** What the exit pages declare (B61): the end of a contract, or a withdrawal from it. */
export const EXIT_KINDS = ["cancel", "withdraw"] as const
export type ExitKind = (typeof EXIT_KINDS)[number]

/** `planned`: the plugin carries it out; `open`: an admin decides; the others are final. */
export const EXIT_STATUSES = ["planned", "open", "carried_out", "refused"] as const
export type ExitStatus = (typeof EXIT_STATUSES)[number]

/** The acknowledgement's e-mail; `failed`: it is not tried again by itself. */
export const EXIT_MAIL_STATUSES = ["waiting", "sent", "failed"] as const
export type ExitMailStatus = (typeof EXIT_MAIL_STATUSES)[number]

/** The languages that the exit pages are written in. */
export const EXIT_LANGUAGES = ["en", "fr", "de"] as const
export type ExitLanguage = (typeof EXIT_LANGUAGES)[number]
/** What somebody who wants to cancel is offered instead: nothing, a pause, or a percentage for some cycles. */
export const RETENTION_KINDS = ["none", "pause", "discount"] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]
