import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, linkOrderLines } from "../../../modules/core"
import type { OrderFacts } from "../../orders/order-facts"
import { packageRecordsOfOrder } from "./package-records-of-order"

/**
 * Binds the records of a cart's packages to the lines of its order: what each line is, is known from then on without the
 * cart. Again, it changes nothing.
 */
export async function bindPackageLines(container: MedusaContainer, order: OrderFacts): Promise<void> {
  const records = await packageRecordsOfOrder(container, order)
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  await linkOrderLines(
    knex,
    order.id,
    [...records].map(([orderLineId, { id }]) => ({ recordId: id, orderLineId })),
  )
}
