import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import type { DeliveryHolds } from "../../ports/delivery-holds"
import { followOrders } from "./follow-orders"

/** What is not made yet waits while its sale is on hold, and goes on after its release. */
export const heldDeliveries: DeliveryHolds = {
  follow: async (container, { orderId }) => {
    await followOrders(container, [orderId], await container.resolve<CoreModuleService>(CORE_MODULE).today())
  },
}
