import { addDays, type CivilDate } from "../rules/calendar"
import type { Reminder, ReminderData, ReminderTemplate } from "../rules/billing"

interface SampleStore {
  name: string
  email: string | null
}

/** A message as an example, for those who set it up: nobody's data, dates around the day given. */
export function sampleReminder(
  template: ReminderTemplate,
  { store, asOf }: { store: SampleStore; asOf: CivilDate },
): Reminder {
  // Each template has the data of its own name.
  return { template, data: samples(store, asOf)[template] } as Reminder
}

function samples(store: SampleStore, asOf: CivilDate): ReminderData {
  const everyone = { store_name: store.name, store_email: store.email, customer_name: "Anna Keller" }
  const services = [{ title: "Web hosting", quantity: 1 }]
  const subscription = { ...everyone, subscription_id: "bsub_example", subscription_number: 12, services }
  const method = { brand: "visa", last4: "4242" }
  const money = { total: "32.32", currency_code: "chf" }
  const renewal = { ...subscription, subscription_numbers: [12], ...money, method, days: 7, due_on: addDays(asOf, 7) }
  const price = {
    ...subscription,
    old_price: money.total,
    new_price: "34.00",
    is_tax_inclusive: true,
    currency_code: money.currency_code,
    effective_on: addDays(asOf, 30),
    storefront_url: "https://shop.example",
  }
  const invoice = {
    ...everyone,
    ...money,
    services,
    invoice_id: "binv_example",
    invoice_number: "INV-000042",
    issued_on: asOf,
    due_on: addDays(asOf, 7),
    open_total: money.total,
    payment_url: "https://shop.example/pages/pay/example",
  }
  const late = { ...invoice, issued_on: addDays(asOf, -14), due_on: addDays(asOf, -7) }
  return {
    "billing.renewal_upcoming": renewal,
    "billing.trial_ending": renewal,
    "billing.debit_announced": { ...renewal, method: { brand: "sepa_debit", last4: "3000" } },
    "billing.expiry_upcoming": { ...subscription, days: 7, ends_on: addDays(asOf, 7) },
    "billing.card_expiring": { ...everyone, method, services, expires_on: addDays(asOf, 30) },
    "billing.invoice_issued": invoice,
    "billing.invoice_due": { ...invoice, days: 7 },
    "billing.overdue": { ...late, days: 7 },
    "billing.payment_failed": { ...late, method, reason: "insufficient_funds", next_try_on: addDays(asOf, 2) },
    "billing.payment_returned": { ...late, returned_total: money.total, next_try_on: addDays(asOf, 1) },
    "billing.action_required": { ...late, method },
    "billing.payment_received": { ...invoice, open_total: "0", paid_total: money.total, payment_url: null },
    "billing.suspended": {
      ...subscription,
      suspended_on: asOf,
      open_total: money.total,
      currency_code: money.currency_code,
      payment_url: invoice.payment_url,
    },
    "billing.terminated": { ...subscription, ended_on: asOf },
    "billing.price_change": price,
    "billing.price_consent": {
      ...price,
      answer_until: addDays(asOf, 21),
      without_consent: "keep",
      answer_url: "https://shop.example/pages/price/example",
    },
    "billing.credit_note_issued": {
      ...everyone,
      ...money,
      invoice_id: "binv_example",
      invoice_number: "CN-000007",
      corrects_number: "INV-000042",
      issued_on: asOf,
    },
  }
}
