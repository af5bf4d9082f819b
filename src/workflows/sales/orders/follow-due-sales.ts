import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { dueSales, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import type { CivilDate } from "../../../rules/calendar"
import { oneLine } from "../../../rules/text"
import { followOrders } from "./follow-orders"

const PAGE = 200

/** Follows the orders whose sales time alone changes: a return period or a rental is over. One that fails blocks no other. */
export async function followDueSales(
  container: MedusaContainer,
  { now, asOf }: { now: Date; asOf: CivilDate },
): Promise<number> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  let count = 0
  for (let after = "", isLast = false; !isLast;) {
    const due = await dueSales(knex, { asOf, after, limit: PAGE })
    const ids = due.map(({ order_id }) => order_id)
    for (const [orderId, one] of await followOrders(container, ids, { now, asOf, cause: "day" })) {
      if ("error" in one) {
        const reason = oneLine(one.error instanceof Error ? one.error.message : String(one.error))
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`sales: the sale of order ${orderId} could not follow its day and will be tried again: ${reason}`)
      } else {
        count += 1
      }
    }
    after = due.at(-1)?.id ?? ""
    isLast = due.length < PAGE
  }
  return count
}
