import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, ordersWithWaitingCorrections } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { correctInvoicesWorkflow } from "../orders/correct-invoices"

const AT_ONCE = 100

/**
 * Corrections that have no document yet get theirs: those of an earlier version. One that fails is told of and tried again
 * by the next tick; it holds up no other.
 */
export async function issueWaitingDocuments(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  for (const change of await ordersWithWaitingCorrections(knex, AT_ONCE)) {
    try {
      await correctInvoicesWorkflow(container).run({ input: { ...change, as_of: asOf } })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`The invoices of order ${change.order_id} could not be corrected: ${message}`)
    }
  }
}
