import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelSale, DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { bindSale } from "./bind-sale"

/** A canceled order gives the uses of its discounts back, once, and counts in no report from that day on. */
export async function cancelDiscounts(container: MedusaContainer, orderId: string, on: CivilDate): Promise<void> {
  await bindSale(container, orderId)
  await cancelSale(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, orderId, on)
}
