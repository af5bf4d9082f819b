import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  type InvoiceDetails,
  type ReminderRow,
} from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import {
  lastDayOf,
  type InvoiceReminderData,
  type PriceReminderData,
  type RemindedService,
  type Reminder,
} from "../../../rules/billing"
import { daysBetween } from "../../../rules/calendar"
import { isPositive, multiply, round, type Decimal } from "../../../rules/money"
import type { ReminderDetails } from "./load-reminder-details"
import { ofSubscriptionRecord, shownMethod, type Material } from "./message-material"
import { renewalNotice } from "./renewal-notice"

/**
 * A message to its reader. `payable`: the invoice that a link in it would lead to; null: there is nothing to pay. `asking`: the new
 * price that a link in it would be answered on.
 */
export interface ReminderMessage {
  reminder: Reminder
  recipient: string | null
  locales: (string | null)[]
  payable: string | null
  asking: string | null
}

/** The message of a reminder with its data as they are now; null: what it is about is gone. */
export async function reminderMessage(
  container: MedusaContainer,
  { row, details, notice, asOf }: Omit<Material, "container" | "everyone">,
): Promise<ReminderMessage | null> {
  const { seller } = container.resolve<BillingModuleService>(BILLING_MODULE).options
  const subscription = details.subscriptions.get(row.subscription_id ?? "")
  const invoice = details.invoices.get(row.invoice_id ?? "")
  const customer = details.customers.get(row.customer_id ?? "")
  const buyer = invoice?.document.buyer
  const everyone = {
    store_name: seller.name,
    store_email: seller.email ?? null,
    customer_name: customer?.name ?? buyer?.name ?? nameIn(subscription?.billing_address),
  }
  const reminder = await reminderOf({ container, row, details, notice, everyone, asOf })
  const payable = invoice && isPositive(invoice.open_total) ? invoice.id : owedInvoice(row, details)
  return (
    reminder && {
      reminder,
      recipient: customer?.email ?? subscription?.email ?? buyer?.email ?? null,
      locales: [invoice?.document.locale ?? null, subscription?.locale ?? null],
      payable,
      asking:
        row.template === "billing.price_consent" ? (details.prices.get(row.subscription_id ?? "")?.id ?? null) : null,
    }
  )
}

const owedInvoice = ({ template, subscription_id }: ReminderRow, { owed }: ReminderDetails): string | null =>
  template === "billing.suspended" ? (owed.get(subscription_id ?? "")?.invoice_id ?? null) : null

function nameIn(address: Record<string, unknown> | null | undefined): string | null {
  const parts = [address?.first_name, address?.last_name].filter((part) => typeof part === "string" && part !== "")
  return parts.join(" ") || null
}

function reminderOf(material: Material): Promise<Reminder | null> | Reminder | null {
  const { row, details } = material
  const subscription = details.subscriptions.get(row.subscription_id ?? "")
  const invoice = details.invoices.get(row.invoice_id ?? "")
  switch (row.template) {
    case "billing.renewal_upcoming":
    case "billing.trial_ending":
    case "billing.debit_announced":
      return subscription ? renewalNotice(material, { template: row.template, subscription }) : null
    case "billing.expiry_upcoming":
    case "billing.card_expiring":
    case "billing.suspended":
    case "billing.terminated":
      return subscription ? ofSubscription(material, { template: row.template, subscription }) : null
    case "billing.price_change":
    case "billing.price_consent":
      return subscription ? ofPrice(material, { template: row.template, subscription }) : null
    case "billing.invoice_issued":
    case "billing.invoice_due":
    case "billing.overdue":
    case "billing.payment_failed":
    case "billing.payment_returned":
    case "billing.action_required":
    case "billing.payment_received":
    case "billing.credit_note_issued":
      return invoice ? ofInvoice(material, { template: row.template, invoice }) : null
  }
}

function ofSubscription(
  material: Material,
  about: {
    template: "billing.expiry_upcoming" | "billing.card_expiring" | "billing.suspended" | "billing.terminated"
    subscription: BilledSubscription
  },
): Reminder {
  const { row, details, everyone, asOf } = material
  const { template, subscription } = about
  const data = ofSubscriptionRecord(material, subscription)
  switch (template) {
    case "billing.expiry_upcoming":
      return { template, data: { ...data, days: daysBetween(asOf, row.on_date), ends_on: row.on_date } }
    case "billing.card_expiring": {
      const expires = subscription.payment_method?.expires
      const expires_on = typeof expires === "string" ? lastDayOf(expires) : row.on_date
      const method = shownMethod(subscription.payment_method)
      return { template, data: { ...everyone, services: data.services, method, expires_on } }
    }
    case "billing.suspended": {
      const owed = details.owed.get(subscription.id)
      const { currency_code } = subscription
      const open_total = owed?.open_total ?? null
      return { template, data: { ...data, suspended_on: row.on_date, open_total, currency_code, payment_url: null } }
    }
    case "billing.terminated":
      return { template, data: { ...data, ended_on: row.on_date } }
  }
}

/** The prices as they were decided, of all units. */
function ofPrice(
  material: Material,
  about: { template: "billing.price_change" | "billing.price_consent"; subscription: BilledSubscription },
): Reminder | null {
  const { template, subscription } = about
  const row = material.details.prices.get(subscription.id)
  const [change] = row?.changes ?? []
  if (!row || !change) {
    return null
  }
  const ofAll = (price: Decimal): Decimal => multiply(price, String(change.quantity))
  const data: PriceReminderData = {
    ...ofSubscriptionRecord(material, subscription),
    old_price: ofAll(change.from),
    new_price: ofAll(change.to),
    is_tax_inclusive: change.is_tax_inclusive,
    currency_code: change.currency_code,
    effective_on: row.effective_on,
    storefront_url: material.container.resolve<CoreModuleService>(CORE_MODULE).options.pages.storefrontUrl ?? null,
  }
  if (template === "billing.price_change") {
    return { template, data }
  }
  const { answer_until, without_consent } = row
  return answer_until && without_consent
    ? { template, data: { ...data, answer_until, without_consent, answer_url: null } }
    : null
}

type InvoiceTemplate =
  | "billing.invoice_issued"
  | "billing.invoice_due"
  | "billing.overdue"
  | "billing.payment_failed"
  | "billing.payment_returned"
  | "billing.action_required"
  | "billing.payment_received"
  | "billing.credit_note_issued"

function ofInvoice(material: Material, about: { template: InvoiceTemplate; invoice: InvoiceDetails }): Reminder {
  const { row, details, everyone, asOf } = material
  const { template, invoice } = about
  const attempt = details.attempts.get(row.subject_id)
  const data: InvoiceReminderData = {
    ...everyone,
    invoice_id: invoice.id,
    invoice_number: invoice.number,
    issued_on: invoice.issued_on,
    due_on: invoice.due_on,
    total: invoice.total,
    open_total: invoice.open_total,
    currency_code: invoice.currency_code,
    services: details.services.get(invoice.subscription_id ?? "") ?? servicesIn(invoice),
    payment_url: null,
  }
  switch (template) {
    case "billing.invoice_issued":
      return { template, data }
    case "billing.invoice_due":
      return { template, data: { ...data, days: daysBetween(asOf, invoice.due_on) } }
    case "billing.overdue":
      return { template, data: { ...data, days: daysBetween(invoice.due_on, asOf) } }
    case "billing.payment_failed": {
      const method = shownMethod(attempt?.payment_method ?? null)
      return {
        template,
        data: { ...data, method, reason: attempt?.reason ?? null, next_try_on: attempt?.collect_on ?? null },
      }
    }
    case "billing.payment_returned": {
      const { next_try_on, currency_code } = invoice
      const returned_total = round(invoice.returned_total, currency_code)
      return { template, data: { ...data, returned_total, next_try_on } }
    }
    case "billing.action_required":
      return { template, data: { ...data, method: shownMethod(attempt?.payment_method ?? null) } }
    case "billing.payment_received":
      return { template, data: { ...data, paid_total: invoice.paid_total } }
    case "billing.credit_note_issued": {
      const { total, currency_code, issued_on } = data
      const about = { invoice_id: invoice.id, invoice_number: invoice.number, issued_on, total, currency_code }
      return { template, data: { ...everyone, ...about, corrects_number: invoice.document.corrects_number } }
    }
  }
}

/** What an invoice without a subscription is of: its articles, without fees, shipping and what belongs to another line. */
const servicesIn = ({ document }: InvoiceDetails): RemindedService[] =>
  document.lines.flatMap(({ kind, parent, hidden, title, quantity }) =>
    kind === "product" && parent === null && !hidden ? [{ title, quantity: Number(quantity) }] : [],
  )
