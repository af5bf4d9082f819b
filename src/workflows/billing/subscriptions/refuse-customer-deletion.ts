import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, runningOfCustomers } from "../../../modules/billing"

/** As many numbers as a message names. */
const NAMED = 10

/**
 * Throws NOT_ALLOWED with the number where subscriptions run for one of these customers: they would go on being billed
 * for nobody, so they are ended first, by an explicit choice.
 */
export async function refuseCustomerDeletion(container: MedusaContainer, customerIds: string[]): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const running = customerIds.length ? await runningOfCustomers(knex, customerIds) : []
  if (!running.length) {
    return
  }
  const list = [...new Set(running.map(({ customer_id }) => customer_id))].map((customerId) => {
    const own = running.filter(({ customer_id }) => customer_id === customerId)
    const named = own.slice(0, NAMED).map(({ display_id }) => `#${display_id}`)
    const numbers = own.length > NAMED ? [...named, "…"] : named
    const what = own.length === 1 ? "1 subscription runs" : `${own.length} subscriptions run`
    return `${what} for customer ${customerId} (${numbers.join(", ")})`
  })
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cannot be deleted: ${list.join("; ")}. End them first`)
}
