import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, type RunsOn } from "../../../modules/billing"

const NAMES: Record<RunsOn, string> = { product_id: "product", variant_id: "variant", cycle_id: "billing cycle" }

/** Throws NOT_ALLOWED with the number where subscriptions run on one of these: then it is not deleted (B12). */
export async function refuseWhileRunning(container: MedusaContainer, on: RunsOn, ids: string[]): Promise<void> {
  if (!ids.length) {
    return
  }
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const running = await billing.runningSubscriptions(on, ids)
  if (!running.size) {
    return
  }
  const list = [...running].map(
    ([id, count]) => `${count} ${count === 1 ? "subscription runs" : "subscriptions run"} on ${NAMES[on]} ${id}`,
  )
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cannot be deleted: ${list.join("; ")}`)
}
