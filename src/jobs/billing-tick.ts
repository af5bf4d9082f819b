import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { billingTick } from "../workflows/billing/runs/billing-tick"

/** Every minute: bills what is due today, resumes open runs and dispatches waiting events. */
export default async function tick(container: MedusaContainer): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await billingTick(container, today)
}

export const config = { name: "billing-tick", schedule: "* * * * *" }
