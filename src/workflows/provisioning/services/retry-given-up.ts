import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, inTransaction, type CoreModuleService } from "../../../modules/core"
import {
  lockServices,
  PROVISIONING_MODULE,
  retryCallsOf,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { settleServices } from "./settle-services"

/** Has what was given up of these services delivered again. A second time finds nothing more. */
export async function retryGivenUp(container: MedusaContainer, ids: readonly string[]): Promise<void> {
  if (!ids.length) {
    return
  }
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const asOf = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await inTransaction(knex, async (trx) => {
    await lockServices(trx, { ids })
    await retryCallsOf(trx, ids)
    await settleServices(trx, { ids }, { asOf, actor: "system" })
  })
}
