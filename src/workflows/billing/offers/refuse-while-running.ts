import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
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
  const titles = await titlesOf(container, on, [...running.keys()])
  const list = [...running].map(
    ([id, count]) =>
      `${count} ${count === 1 ? "subscription runs" : "subscriptions run"} on ${NAMES[on]} "${titles.get(id) ?? id}"`,
  )
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cannot be deleted: ${list.join("; ")}`)
}

/** What people call them: a product by its title, a variant by its product's and its own. */
async function titlesOf(container: MedusaContainer, on: RunsOn, ids: string[]): Promise<Map<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  if (on === "product_id") {
    const { data } = await query.graph({ entity: "product", fields: ["id", "title"], filters: { id: ids } })
    return new Map(data.map(({ id, title }) => [id, title]))
  }
  if (on === "cycle_id") {
    return new Map()
  }
  const { data } = await query.graph({
    entity: "variant",
    fields: ["id", "title", "product.title"],
    filters: { id: ids },
  })
  return new Map(
    data.map(({ id, title, product }) => [id, [product?.title, title].filter(Boolean).join(", ")] as const),
  )
}
