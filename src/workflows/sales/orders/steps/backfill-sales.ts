import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { countWithoutSale, ordersToBackfill, SALES_MODULE, type SalesModuleService } from "../../../../modules/sales"
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
 * Makes the sales of orders that were there before, one transaction each: run again, it goes on. There is no compensation,
 * as a sale that was made stays.
 */
export const backfillSalesStep = createStep(
  "sales-backfill-sales",
  async ({ now, as_of, limit }: BackfillSalesInput, { container }) => {
    const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
    let made = 0
    for (let after = "", isLast = false; !isLast;) {
      const orders = await ordersToBackfill(knex, { after, limit: PAGE })
      const missing = orders.filter(({ has_sale }) => !has_sale).slice(0, (limit ?? Infinity) - made)
      const context = { now: new Date(now), asOf: as_of, cause: "backfill" }
      const followed = await followOrders(
        container,
        missing.map(({ id }) => id),
        context,
      )
      for (const one of followed.values()) {
        if ("error" in one) {
          throw one.error
        }
        made += one.isNew ? 1 : 0
      }
      after = orders.at(-1)?.id ?? ""
      isLast = orders.length < PAGE || made >= (limit ?? Infinity)
    }
    return new StepResponse({ made, left: await countWithoutSale(knex) })
  },
)
