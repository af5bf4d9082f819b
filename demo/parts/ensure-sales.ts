import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { listCheckpoints, listSales, SALES_MODULE, type SalesModuleService } from "../../src/modules/sales"
import { takeCheckpointWorkflow } from "../../src/workflows/sales/chain/take-checkpoint"
import { verifyAndNote } from "../../src/workflows/sales/chain/verify-and-note"
import { backfillSalesWorkflow } from "../../src/workflows/sales/orders/backfill-sales"
import { changeSaleWorkflow } from "../../src/workflows/sales/orders/change-sale"

/** The sales of the demo's orders, one of them on hold, with a checkpoint over all of them. */
export async function ensureSales(container: MedusaContainer): Promise<void> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const now = new Date()
  const as_of = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await backfillSalesWorkflow(container).run({ input: { now: now.toISOString(), as_of } })
  if ((await listCheckpoints(knex, { limit: 1, offset: 0 })).count > 0) {
    return
  }
  const { sales } = await listSales(knex, { status: ["processing"] }, { limit: 1, offset: 0 })
  for (const { id } of sales) {
    const reason = "Asked to wait for the new address"
    await changeSaleWorkflow(container).run({
      input: { id, change: "hold", reason, actor: "system", now: now.toISOString() },
    })
  }
  await takeCheckpointWorkflow(container).run({ input: { actor: "system", now: now.toISOString() } })
  await verifyAndNote(container, { checkpoint: null, actor: "system", now })
}
