import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { sweepOrders } from "../workflows/orders/sweep-orders"
import { orderRooms } from "../workflows/rooms"

/** Every minute: records order changes that no event reported, and retries failed tasks. */
export default async function orderSweep(container: MedusaContainer): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await sweepOrders(container, { now: new Date(), today }, orderRooms)
}

export const config = { name: "service-order-sweep", schedule: "* * * * *" }
