import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { dueSales, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import type { CivilDate } from "../../../rules/calendar"
import { oneLine } from "../../../rules/text"
import { followOrder } from "./follow-order"

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
    for (const { order_id } of due) {
      try {
        await followOrder(container, { orderId: order_id, now, asOf, cause: "day" })
        count += 1
      } catch (error) {
        const reason = oneLine(error instanceof Error ? error.message : String(error))
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`sales: the sale of order ${order_id} could not follow its day and will be tried again: ${reason}`)
      }
    }
    after = due.at(-1)?.id ?? ""
    isLast = due.length < PAGE
  }
  return count
}
