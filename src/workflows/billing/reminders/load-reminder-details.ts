import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  type InvoiceDetails,
  invoiceDetails,
  loadBilledSubscriptions,
  openPriceChanges,
  owedForSubscriptions,
  type PriceChangeRecord,
  type OwedForSubscription,
  type ReminderRow,
  remindedAttempts,
  servicesOf,
} from "../../../modules/billing"
import type { RemindedAttemptColumns, RemindedService } from "../../../rules/billing"

export interface RemindedCustomer {
  email: string | null
  name: string | null
}

/** What the messages of a batch say, by id. */
export interface ReminderDetails {
  subscriptions: Map<string, BilledSubscription>
  services: Map<string, RemindedService[]>
  owed: Map<string, OwedForSubscription>
  /** The new prices that are not over, by subscription. */
  prices: Map<string, PriceChangeRecord>
  invoices: Map<string, InvoiceDetails>
  attempts: Map<string, RemindedAttemptColumns>
  customers: Map<string, RemindedCustomer>
}

const idsOf = (reminders: ReminderRow[], column: "subscription_id" | "invoice_id" | "customer_id"): string[] => [
  ...new Set(reminders.flatMap((reminder) => reminder[column] ?? [])),
]

/** Loads what the messages of a batch say, in seven statements. */
export async function loadReminderDetails(
  container: MedusaContainer,
  reminders: ReminderRow[],
): Promise<ReminderDetails> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const subscriptionIds = idsOf(reminders, "subscription_id")
  const renewalIds = reminders.flatMap(({ subject, subject_id }) => (subject === "renewal" ? [subject_id] : []))
  const subscriptions = await loadBilledSubscriptions(knex, subscriptionIds)
  const invoices = await invoiceDetails(knex, idsOf(reminders, "invoice_id"))
  const attempts = await remindedAttempts(knex, renewalIds)
  const owed = await owedForSubscriptions(knex, subscriptionIds)
  return {
    subscriptions: byId(subscriptions, ({ id }) => id),
    services: await servicesOf(knex, subscriptionIds),
    prices: byId(await openPriceChanges(knex, subscriptionIds), ({ subscription_id }) => subscription_id),
    owed: byId(owed, ({ subscription_id }) => subscription_id),
    invoices: byId(invoices, ({ id }) => id),
    attempts: byId(attempts, ({ renewal_id }) => renewal_id),
    customers: await loadCustomers(container, idsOf(reminders, "customer_id")),
  }
}

const byId = <Row>(rows: Row[], idOf: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [idOf(row), row]))

async function loadCustomers(container: MedusaContainer, ids: string[]): Promise<Map<string, RemindedCustomer>> {
  const customers = ids.length ? await container.resolve(Modules.CUSTOMER).listCustomers({ id: ids }) : []
  return new Map(
    customers.map(({ id, email, first_name, last_name }) => [
      id,
      { email: email || null, name: [first_name, last_name].filter(Boolean).join(" ") || null },
    ]),
  )
}
