import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { countWithoutSale, ordersToBackfill, SALES_MODULE, type SalesModuleService } from "../../../../modules/sales"
import { oneLine } from "../../../../rules/text"
import { followOrders } from "../follow-orders"

export interface BackfillSalesInput {
  /** The instant, in ISO 8601, and the store's day. */
  now: string
  as_of: string
  /** At most so many orders are made sales of; left out: all. */
  limit?: number
}

const PAGE = 500

/**
 * Makes the sales of orders that were there before, one transaction each: run again, it goes on. One that fails is logged, and
 * holds up no other. There is no compensation, as a sale that was made stays.
 */
export const backfillSalesStep = createStep(
  "sales-backfill-sales",
  async ({ now, as_of, limit }: BackfillSalesInput, { container }) => {
    const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
    const page = Math.min(PAGE, limit ?? PAGE)
    let made = 0
    let failed = 0
    for (let after = "", isLast = false; !isLast;) {
      const orders = await ordersToBackfill(knex, { after, limit: page })
      const missing = orders.filter(({ has_sale }) => !has_sale).slice(0, (limit ?? Infinity) - made)
      const context = { now: new Date(now), asOf: as_of, cause: "backfill" }
      const followed = await followOrders(
        container,
        missing.map(({ id }) => id),
        context,
      )
      for (const [orderId, one] of followed) {
        if ("error" in one) {
          logFailure(container, orderId, one.error)
        }
        failed += "error" in one ? 1 : 0
        made += "isNew" in one && one.isNew ? 1 : 0
      }
      after = orders.at(-1)?.id ?? ""
      isLast = orders.length < page || made >= (limit ?? Infinity)
    }
    return new StepResponse({ made, failed, left: await countWithoutSale(knex) })
  },
)

function logFailure(container: MedusaContainer, orderId: string, error: unknown): void {
  const reason = oneLine(error instanceof Error ? error.message : String(error))
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`sales: the sale of order ${orderId} could not be made afterwards: ${reason}`)
}
