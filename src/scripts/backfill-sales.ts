import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { backfillSalesWorkflow } from "../workflows/sales/orders/backfill-sales"

/** `npx medusa exec <this file>`: makes the sales of orders from before the sales history. */
export default async function backfill({ container }: ExecArgs): Promise<void> {
  const as_of = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  const { result } = await backfillSalesWorkflow(container).run({ input: { now: new Date().toISOString(), as_of } })
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`sales: ${result.made} sales were made, ${result.failed} could not be, ${result.left} orders are left`)
  process.exitCode = result.failed ? 1 : 0
}
