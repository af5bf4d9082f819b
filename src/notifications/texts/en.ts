import type { InvoiceReminderData, PriceReminderData, RenewalReminderData } from "../../rules/billing"
import type { Frame, Letter } from "../letter"
import type { LetterFormat } from "../letter-format"
import type { Letters } from "../letters"
import { numbersOf } from "../numbers-of"

const inDays = (days: number): string => (days === 1 ? "tomorrow" : `in ${days} days`)
const daysAgo = (days: number): string => (days === 1 ? "yesterday" : `${days} days ago`)

/** Subscriptions that are charged together are spoken of as several. */
const verb = (data: RenewalReminderData): string => (data.services.length > 1 ? "renew" : "renews")

const pay = (url: string | null, label = "Pay now"): Letter["action"] => (url === null ? null : { label, url })

const renewalRows = (data: RenewalReminderData, format: LetterFormat, on: string): [string, string][] => {
  const method = format.method(data.method)
  return [
    ["Service", format.services(data.services)],
    [
      "Subscription",
      numbersOf(data)
        .map((number) => `#${number}`)
        .join(", "),
    ],
    [on, format.date(data.due_on)],
    ["Amount", format.money(data.total, data.currency_code)],
    ...(method ? [["Payment method", method] as [string, string]] : []),
  ]
}

const priceRows = (data: PriceReminderData, format: LetterFormat): [string, string][] => {
  const kind = data.is_tax_inclusive ? "incl. tax" : "plus tax"
  return [
    ["Service", format.services(data.services)],
    ["Subscription", `no. ${data.subscription_number}`],
    ["Price today", `${format.money(data.old_price, data.currency_code)} ${kind}`],
    ["New price", `${format.money(data.new_price, data.currency_code)} ${kind}`],
    ["From", format.date(data.effective_on)],
  ]
}

const invoiceRows = (data: InvoiceReminderData, format: LetterFormat): [string, string][] => [
  ["Invoice", data.invoice_number],
  ...(data.services.length ? [["For", format.services(data.services)] as [string, string]] : []),
  ["Total", format.money(data.total, data.currency_code)],
  ["To be paid", format.money(data.open_total, data.currency_code)],
  ["Due", format.date(data.due_on)],
]

export const FRAME_EN: Frame = {
  greeting: (name) => (name === null ? "Hello," : `Hello ${name},`),
  regards: "Kind regards",
  questions: (email) => `Questions? Write to ${email}.`,
}

export const LETTERS_EN: Letters = {
  "billing.renewal_upcoming": (data, format) => ({
    subject: `${format.services(data.services)} ${verb(data)} ${inDays(data.days)}`,
    paragraphs: [
      `${numbersOf(data).length > 1 ? "Your subscriptions renew" : "Your subscription renews"} on ${format.date(data.due_on)}. We will charge ${format.money(data.total, data.currency_code)} to your saved payment method. You need not do anything.`,
    ],
    rows: renewalRows(data, format, "Renews on"),
    action: null,
  }),
  "billing.trial_ending": (data, format) => ({
    subject: `Your trial of ${format.services(data.services)} ends ${inDays(data.days)}`,
    paragraphs: [
      `Your trial ends on ${format.date(data.due_on)}. From then on it costs ${format.money(data.total, data.currency_code)} for the first period. If you do not want to go on, cancel before that day.`,
    ],
    rows: renewalRows(data, format, "Trial ends on"),
    action: null,
  }),
  "billing.debit_announced": (data, format) => ({
    subject: `Direct debit of ${format.money(data.total, data.currency_code)} on ${format.date(data.due_on)}`,
    paragraphs: [
      `On ${format.date(data.due_on)} we will collect ${format.money(data.total, data.currency_code)} from your account by direct debit. Please make sure that it is covered.`,
    ],
    rows: renewalRows(data, format, "Collected on"),
    action: null,
  }),
  "billing.expiry_upcoming": (data, format) => ({
    subject: `${format.services(data.services)} ends ${inDays(data.days)}`,
    paragraphs: [`Your subscription ends on ${format.date(data.ends_on)}. It is not renewed after that day.`],
    rows: [
      ["Service", format.services(data.services)],
      ["Subscription", `#${data.subscription_number}`],
      ["Ends on", format.date(data.ends_on)],
    ],
    action: null,
  }),
  "billing.card_expiring": (data, format) => ({
    subject: "Your card expires soon",
    paragraphs: [
      `The card with which you pay for ${format.services(data.services)} can be charged until ${format.date(data.expires_on)}. Please save another one before that day, so that your service goes on without a gap.`,
    ],
    rows: [
      ["Card", format.method(data.method) ?? "–"],
      ["Valid until", format.date(data.expires_on)],
    ],
    action: null,
  }),
  "billing.invoice_issued": (data, format) => ({
    subject: `Invoice ${data.invoice_number}`,
    paragraphs: [
      `Your invoice of ${format.date(data.issued_on)} asks for ${format.money(data.open_total, data.currency_code)}, due on ${format.date(data.due_on)}.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url, "See and pay the invoice"),
  }),
  "billing.invoice_due": (data, format) => ({
    subject: `Invoice ${data.invoice_number} is due ${inDays(data.days)}`,
    paragraphs: [
      `Invoice ${data.invoice_number} is due on ${format.date(data.due_on)}. If you have paid it already, thank you: then there is nothing to do.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url),
  }),
  "billing.overdue": (data, format) => ({
    subject: `Invoice ${data.invoice_number} is overdue`,
    paragraphs: [
      `Invoice ${data.invoice_number} was due ${daysAgo(data.days)}, on ${format.date(data.due_on)}, and we have not received ${format.money(data.open_total, data.currency_code)} yet. Please pay it, so that your service goes on.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url),
  }),
  "billing.payment_failed": (data, format) => {
    const method = format.method(data.method)
    return {
      subject: `Your payment of ${format.money(data.open_total, data.currency_code)} failed`,
      paragraphs: [
        `We could not charge ${format.money(data.open_total, data.currency_code)} for invoice ${data.invoice_number}${method ? ` to ${method}` : ""}.`,
        data.next_try_on === null
          ? "We will not try again by ourselves. Please pay the invoice, or save another payment method."
          : `We will try again on ${format.date(data.next_try_on)}. You can also pay now.`,
      ],
      rows: [
        ...invoiceRows(data, format),
        ...(data.reason ? [["Reason given", data.reason.replaceAll("_", " ")] as [string, string]] : []),
      ],
      action: pay(data.payment_url),
    }
  },
  "billing.payment_returned": (data, format) => ({
    subject: `Your payment for invoice ${data.invoice_number} was taken back`,
    paragraphs: [
      `Your bank has taken back ${format.money(data.returned_total, data.currency_code)} that we had received for invoice ${data.invoice_number}. The invoice asks for ${format.money(data.open_total, data.currency_code)} again.`,
      data.next_try_on === null
        ? "We will not charge it again by ourselves. Please pay the invoice, so that your service goes on."
        : `We will charge your saved payment method again on ${format.date(data.next_try_on)}. You can also pay now.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url),
  }),
  "billing.action_required": (data, format) => ({
    subject: `Please confirm your payment of ${format.money(data.open_total, data.currency_code)}`,
    paragraphs: [
      `Your bank wants you to confirm the payment of invoice ${data.invoice_number}. Until then, nothing is charged.`,
    ],
    rows: invoiceRows(data, format),
    action: pay(data.payment_url, "Confirm the payment"),
  }),
  "billing.payment_received": (data, format) => ({
    subject: `Payment received for invoice ${data.invoice_number}`,
    paragraphs: [`Thank you. We have received ${format.money(data.paid_total, data.currency_code)}.`],
    rows: [
      ["Invoice", data.invoice_number],
      ...(data.services.length ? [["For", format.services(data.services)] as [string, string]] : []),
      ["Total", format.money(data.total, data.currency_code)],
      ["Paid", format.money(data.paid_total, data.currency_code)],
      ["Still to be paid", format.money(data.open_total, data.currency_code)],
    ],
    action: pay(data.payment_url, "Pay the rest"),
  }),
  "billing.suspended": (data, format) => ({
    subject: `${format.services(data.services)} is suspended`,
    paragraphs: [
      `Your subscription was suspended on ${format.date(data.suspended_on)}.`,
      ...(data.open_total === null
        ? []
        : [`${format.money(data.open_total, data.currency_code)} is owed for it. It goes on as soon as that is paid.`]),
    ],
    rows: [
      ["Service", format.services(data.services)],
      ["Subscription", `#${data.subscription_number}`],
    ],
    action: pay(data.payment_url),
  }),
  "billing.terminated": (data, format) => ({
    subject: `${format.services(data.services)} has ended`,
    paragraphs: [
      `Your subscription ended on ${format.date(data.ended_on)}, because it was not paid. To use the service again, order it anew.`,
    ],
    rows: [
      ["Service", format.services(data.services)],
      ["Subscription", `#${data.subscription_number}`],
    ],
    action: null,
  }),
  "billing.price_change": (data, format) => ({
    subject: `${format.services(data.services)}: new price from ${format.date(data.effective_on)}`,
    paragraphs: [
      `From ${format.date(data.effective_on)} on, your subscription costs ${format.money(data.new_price, data.currency_code)} instead of ${format.money(data.old_price, data.currency_code)} a period. Until then, nothing changes. If you do not want to go on at this price, you can cancel before that day.`,
    ],
    rows: priceRows(data, format),
    action: pay(data.storefront_url, "To my account"),
  }),
  "billing.price_consent": (data, format) => ({
    subject: `${format.services(data.services)}: do you agree to the new price?`,
    paragraphs: [
      `We would like to charge ${format.money(data.new_price, data.currency_code)} instead of ${format.money(data.old_price, data.currency_code)} a period for your subscription, from ${format.date(data.effective_on)} on. Please accept or refuse this ${data.answer_url === null ? "in your account " : ""}until ${format.date(data.answer_until)}.`,
      data.without_consent === "keep"
        ? "Without your consent, your price stays as it is."
        : "Without your consent, your subscription ends with the last period at today’s price.",
    ],
    rows: [...priceRows(data, format), ["Answer until", format.date(data.answer_until)]],
    action: pay(data.answer_url, "Answer") ?? pay(data.storefront_url, "To my account"),
  }),
  "billing.credit_note_issued": (data, format) => ({
    subject: `Credit note ${data.invoice_number}`,
    paragraphs: [
      data.corrects_number === null
        ? `We have issued a credit note of ${format.money(data.total, data.currency_code)}.`
        : `We have issued a credit note of ${format.money(data.total, data.currency_code)} on invoice ${data.corrects_number}.`,
    ],
    rows: [
      ["Credit note", data.invoice_number],
      ...(data.corrects_number === null ? [] : [["Invoice", data.corrects_number] as [string, string]]),
      ["Date", format.date(data.issued_on)],
      ["Amount", format.money(data.total, data.currency_code)],
    ],
    action: null,
  }),
}
