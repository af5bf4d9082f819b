import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { changeSaleWorkflow } from "./change-sale"
import { followOrder } from "./follow-order"
import type { ChangeSaleInput } from "./steps/change-sale"

/** Holds, releases or stops a sale; after a release it catches up with what its order went through meanwhile. */
export async function changeOwnSale(container: MedusaContainer, input: ChangeSaleInput): Promise<void> {
  const { result } = await changeSaleWorkflow(container).run({ input })
  if (input.change === "release") {
    const now = new Date(input.now)
    const asOf = await container.resolve<CoreModuleService>(CORE_MODULE).dateOf(now)
    await followOrder(container, { orderId: result.order_id, now, asOf, cause: "released" })
  }
}
