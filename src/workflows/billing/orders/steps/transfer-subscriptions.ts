import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  changeSubscription,
  subscriptionsOfOrder,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { transferChange, type NewOwner } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { loadOrder } from "../../../orders/load-orders"

export interface TransferSubscriptionsInput {
  /** The order that made the subscriptions. */
  order_id: string
  as_of: CivilDate
}

/** Has an order's running subscriptions follow it to its customer (decision 0024). A second run changes nothing. */
export const transferSubscriptionsStep = createStep(
  "billing-transfer-subscriptions",
  async ({ order_id, as_of }: TransferSubscriptionsInput, { container }) => {
    const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const { knex } = db
    const ids = await subscriptionsOfOrder(knex, order_id, { live: true })
    if (ids.length) {
      await withLockedSubscriptions(knex, ids, async (trx, locked) => {
        const owner = await ownerOf(container, order_id)
        for (const { row } of locked) {
          const change = transferChange(row, owner, options)
          if (change) {
            await changeSubscription(trx, { row, change }, { as_of, actor: "system" })
          }
        }
      })
    }
    return new StepResponse(undefined)
  },
)

/** The order may keep the old customer's email, so the new one's own is used. */
async function ownerOf(container: MedusaContainer, orderId: string): Promise<NewOwner> {
  const { customerId, email } = await loadOrder(container, orderId)
  const [customer] = customerId
    ? await container.resolve(Modules.CUSTOMER).listCustomers({ id: customerId }, { relations: ["addresses"] })
    : []
  const address = customer?.addresses.find(({ is_default_billing }) => is_default_billing)
  return { customerId, email: customer?.email ?? email, billingAddress: address ? billingAddressOf(address) : null }
}

const ADDRESS = [
  "first_name",
  "last_name",
  "company",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
  "country_code",
  "phone",
] as const

const billingAddressOf = (address: Partial<Record<(typeof ADDRESS)[number], unknown>>): Record<string, unknown> =>
  Object.fromEntries(ADDRESS.map((field) => [field, address[field] ?? null]))
