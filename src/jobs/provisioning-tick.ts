import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { provisioningTick as tickOf } from "../workflows/provisioning/delivery/provisioning-tick"

/** Every minute: follows what was sold, and delivers what waits. */
export default async function provisioningTick(container: MedusaContainer): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await tickOf(container, today)
}

export const config = { name: "provisioning-tick", schedule: "* * * * *" }
