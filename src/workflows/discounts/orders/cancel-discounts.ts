import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderDiscounts, DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { bindRecord } from "./bind-record"

/** Releases a canceled order's uses, once, and reverses it in the report from that day on. */
export async function cancelDiscounts(container: MedusaContainer, orderId: string, on: CivilDate): Promise<void> {
  await bindRecord(container, orderId)
  await cancelOrderDiscounts(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, orderId, on)
}
