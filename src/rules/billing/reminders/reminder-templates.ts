/** What every message says of the store and of its reader. */
const EVERYONE = {
  store_name: "the seller's name (option `seller`)",
  store_email: "the seller's e-mail address; null where there is none",
  customer_name: "null where no name is known",
}

const SUBSCRIPTION = {
  subscription_id: "",
  subscription_number: "as the admin shows it: 12",
  services: "a list of `title` and `quantity`",
}

const METHOD = { method: "`brand` and `last4` of the saved payment method; null where there is none" }

const INVOICE = {
  invoice_id: "",
  invoice_number: "",
  issued_on: "",
  due_on: "",
  total: "",
  open_total: "what the invoice still asks for",
  currency_code: "",
  services: SUBSCRIPTION.services,
  payment_url: "the page on which the invoice is paid; null where there is none",
}

const PRICE = {
  ...SUBSCRIPTION,
  old_price: "what a period costs now, for all units, before discounts",
  new_price: "what it costs from `effective_on` on",
  is_tax_inclusive: "whether tax is in these prices",
  currency_code: "",
  effective_on: "the first day of the first period at the new price",
  storefront_url:
    "the storefront, where customers have their account (option `pages.storefrontUrl`); null where none is named",
}

const RENEWAL = {
  ...SUBSCRIPTION,
  subscription_numbers: "of all subscriptions that are charged by one invoice; of one alone, its own: [12]",
  days: "days until then",
  due_on: "",
  total: "what the invoice will come to",
  currency_code: "",
  ...METHOD,
}

/**
 * The messages to customers: when each is sent, and its data besides what every message says. Amounts are decimal strings in
 * major units, dates are `YYYY-MM-DD`. docs/guides/notifications.md has this list.
 */
export const REMINDER_TEMPLATES = {
  "billing.renewal_upcoming": {
    when: "Some days before a subscription renews and its saved method is charged.",
    data: RENEWAL,
  },
  "billing.trial_ending": {
    when: "Some days before a trial ends and is charged for the first time.",
    data: RENEWAL,
  },
  "billing.debit_announced": {
    when: "Some days before a direct debit is collected.",
    data: RENEWAL,
  },
  "billing.expiry_upcoming": {
    when: "Some days before a subscription ends.",
    data: { ...SUBSCRIPTION, days: "days until then", ends_on: "" },
  },
  "billing.card_expiring": {
    when: "Some days before the last day of the month in which a saved card expires, once per customer and card.",
    data: { ...METHOD, expires_on: "the last day on which it can be charged", services: SUBSCRIPTION.services },
  },
  "billing.invoice_issued": {
    when: "An invoice that the customer is to pay was issued.",
    data: INVOICE,
  },
  "billing.invoice_due": {
    when: "Some days before an invoice that the customer is to pay is due.",
    data: { ...INVOICE, days: "days until then" },
  },
  "billing.overdue": {
    when: "Some days after an invoice was due; while further charges are planned, those speak for themselves.",
    data: { ...INVOICE, days: "days since then" },
  },
  "billing.payment_failed": {
    when: "A charge of the saved method was declined.",
    data: {
      ...INVOICE,
      ...METHOD,
      reason: "the payment provider's code or message; null where it gave none",
      next_try_on: "the date of the next charge; null where none is planned",
    },
  },
  "billing.payment_returned": {
    when: "A payment that had been received was taken back by its payer's bank, as a debit that is returned or a payment that is disputed.",
    data: {
      ...INVOICE,
      returned_total: "what was taken back and has not come back",
      next_try_on: "the date of the next charge; null where none is planned",
    },
  },
  "billing.action_required": {
    when: "A charge waits for the customer to confirm it.",
    data: { ...INVOICE, ...METHOD },
  },
  "billing.payment_received": {
    when: "An invoice was paid, in whole or in part.",
    data: { ...INVOICE, paid_total: "what was paid of it so far" },
  },
  "billing.suspended": {
    when: "A subscription was suspended.",
    data: {
      ...SUBSCRIPTION,
      suspended_on: "",
      open_total: "what is owed for it; null where nothing is",
      currency_code: "",
      payment_url: INVOICE.payment_url,
    },
  },
  "billing.terminated": {
    when: "A subscription was ended because it was not paid.",
    data: { ...SUBSCRIPTION, ended_on: "" },
  },
  "billing.price_change": {
    when: "A new price will hold: as many days ahead as the store's admin has said.",
    data: PRICE,
  },
  "billing.price_consent": {
    when: "The customer is asked for consent to a new price.",
    data: {
      ...PRICE,
      answer_until: "the last day on which an answer counts",
      without_consent: "what comes of no answer, or of a refusal: `keep` the price, or `end`",
      answer_url: "the page on which it is answered without a log-in; null where the store has no public address",
    },
  },
  "billing.credit_note_issued": {
    when: "A credit note was issued.",
    data: {
      invoice_id: "the credit note's",
      invoice_number: "the credit note's",
      corrects_number: "the number of the invoice that it corrects; null where it names none",
      issued_on: "",
      total: "what is credited",
      currency_code: "",
    },
  },
} as const satisfies Record<string, { when: string; data: Record<string, string> }>

export type ReminderTemplate = keyof typeof REMINDER_TEMPLATES
export const REMINDER_TEMPLATE_NAMES = Object.keys(REMINDER_TEMPLATES) as [ReminderTemplate, ...ReminderTemplate[]]
export const DATA_OF_EVERY_REMINDER = EVERYONE
