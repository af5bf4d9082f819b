import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { CustomerAccountAnswer } from "../../../../contracts/billing/customer-account"
import {
  balanceEntriesOf,
  balancesOf,
  BILLING_MODULE,
  type BillingModuleService,
  openInvoiceSumsOf,
} from "../../../../modules/billing"
import { storeDate } from "../../../store-date"

const LATEST = 20

/** What a customer owes and what is held for them. Throws NOT_FOUND without the customer. */
export async function customerAccount(container: MedusaContainer, id: string): Promise<CustomerAccountAnswer> {
  await container.resolve(Modules.CUSTOMER).retrieveCustomer(id, { select: ["id"] })
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const [owed, balances, entries] = await Promise.all([
    openInvoiceSumsOf(knex, id, await storeDate(container)),
    balancesOf(knex, id),
    balanceEntriesOf(knex, id, LATEST),
  ])
  return {
    customer_id: id,
    owed,
    balances,
    entries: entries.map((entry) => ({ ...entry, created_at: entry.created_at.toISOString() })),
  }
}
