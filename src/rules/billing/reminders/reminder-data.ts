import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { WithoutConsent } from "../states"
import type { ReminderTemplate } from "./reminder-templates"

export interface RemindedService {
  title: string
  quantity: number
}

interface ForEveryone {
  store_name: string
  store_email: string | null
  customer_name: string | null
}

interface OfSubscription extends ForEveryone {
  subscription_id: string
  subscription_number: number
  services: RemindedService[]
}

interface WithMethod {
  method: { brand: string | null; last4: string | null } | null
}

export interface RenewalReminderData extends OfSubscription, WithMethod {
  /** Of all that are charged together; data of earlier versions has none. */
  subscription_numbers?: number[]
  days: number
  due_on: CivilDate
  total: Decimal
  currency_code: string
}

export interface PriceReminderData extends OfSubscription {
  old_price: Decimal
  new_price: Decimal
  is_tax_inclusive: boolean
  currency_code: string
  effective_on: CivilDate
  storefront_url: string | null
}

export interface InvoiceReminderData extends ForEveryone {
  invoice_id: string
  invoice_number: string
  issued_on: CivilDate
  due_on: CivilDate
  total: Decimal
  open_total: Decimal
  currency_code: string
  services: RemindedService[]
  payment_url: string | null
}

/** The data of each message, as `REMINDER_TEMPLATES` describes it. */
export interface ReminderData {
  "billing.renewal_upcoming": RenewalReminderData
  "billing.trial_ending": RenewalReminderData
  "billing.debit_announced": RenewalReminderData
  "billing.expiry_upcoming": OfSubscription & { days: number; ends_on: CivilDate }
  "billing.card_expiring": ForEveryone & WithMethod & { expires_on: CivilDate; services: RemindedService[] }
  "billing.invoice_issued": InvoiceReminderData
  "billing.invoice_due": InvoiceReminderData & { days: number }
  "billing.overdue": InvoiceReminderData & { days: number }
  "billing.payment_failed": InvoiceReminderData & WithMethod & { reason: string | null; next_try_on: CivilDate | null }
  "billing.payment_returned": InvoiceReminderData & { returned_total: Decimal; next_try_on: CivilDate | null }
  "billing.action_required": InvoiceReminderData & WithMethod
  "billing.payment_received": InvoiceReminderData & { paid_total: Decimal }
  "billing.suspended": OfSubscription & {
    suspended_on: CivilDate
    open_total: Decimal | null
    currency_code: string
    payment_url: string | null
  }
  "billing.terminated": OfSubscription & { ended_on: CivilDate }
  "billing.price_change": PriceReminderData
  "billing.price_consent": PriceReminderData & {
    answer_until: CivilDate
    without_consent: WithoutConsent
    answer_url: string | null
  }
  "billing.credit_note_issued": ForEveryone & {
    invoice_id: string
    invoice_number: string
    corrects_number: string | null
    issued_on: CivilDate
    total: Decimal
    currency_code: string
  }
}

/** A message with its data. */
export type Reminder = {
  [Template in ReminderTemplate]: { template: Template; data: ReminderData[Template] }
}[ReminderTemplate]
