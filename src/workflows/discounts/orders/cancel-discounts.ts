import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderDiscounts, DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { bindRecord } from "./bind-record"

/** A canceled order gives the uses of its discounts back, once, and counts in no report from that day on. */
export async function cancelDiscounts(container: MedusaContainer, orderId: string, on: CivilDate): Promise<void> {
  await bindRecord(container, orderId)
  await cancelOrderDiscounts(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, orderId, on)
}
