import type { ExecArgs } from "@medusajs/framework/types"
import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../src/modules/provisioning"
import { deliverCalls } from "../../src/workflows/provisioning/delivery/deliver-calls"
import { readInput, writeOutput } from "../support/child"
import { seedDeliveries } from "../support/seed-deliveries"
import { startSlowOutside } from "../support/slow-outside"

export interface DeliveriesInput {
  count: number
  warmUp: number
  /** How long the outside takes. */
  latency: number
}

/** What waits is delivered by one process: claimed, asked of a local server, recorded. */
export default async function deliveries({ container }: ExecArgs): Promise<void> {
  const { count, warmUp, latency } = readInput<DeliveriesInput>()
  const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const outside = await startSlowOutside(latency)
  const deliver = async (many: number, prefix: string): Promise<number> => {
    await seedDeliveries(module, { count: many, url: outside.url, prefix })
    const begun = performance.now()
    const made = await deliverCalls(container, "2026-02-28", { mostSeconds: 600 })
    const perSecond = (many * 1000) / (performance.now() - begun)
    const [active] = await module.db.knex("provisioning_service").where({ status: "active" }).count("id")
    if (made !== many || Number(active?.count) < many) {
      throw new Error(`Of ${many} deliveries ${made} were made, and ${String(active?.count)} services are active`)
    }
    return perSecond
  }
  await deliver(warmUp, "W")
  const perSecond = await deliver(count, "B")
  await outside.stop()
  writeOutput({ perSecond, concurrency: module.room.options.concurrency })
}
