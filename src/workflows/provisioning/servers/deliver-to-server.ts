import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, inTransaction, type CoreModuleService } from "../../../modules/core"
import {
  lockServices,
  PROVISIONING_MODULE,
  retryCallsOf,
  servicesGivenUpOn,
  wakeCallsWithoutServer,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { settleServices } from "../services/settle-services"
import { DELIVERY_REQUESTED } from "../services/provisioning-orders"

export interface SavedServer {
  providerId: string
  /** The server that works again, as it was switched on or has other credentials; null: none does. */
  repaired: string | null
}

/**
 * Delivers what a server that was saved may let through: what waits for room, and what was given up on a server that works again.
 * A second time finds nothing more.
 */
export async function deliverToServer(
  container: MedusaContainer,
  { providerId, repaired }: SavedServer,
): Promise<void> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const asOf = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  const ids = repaired === null ? [] : await servicesGivenUpOn(knex, repaired)
  if (ids.length) {
    await inTransaction(knex, async (trx) => {
      await lockServices(trx, { ids })
      await retryCallsOf(trx, ids)
      await settleServices(trx, { ids }, { asOf, actor: "system" })
    })
  }
  await wakeCallsWithoutServer(knex, providerId)
  await container.resolve(Modules.EVENT_BUS).emit({ name: DELIVERY_REQUESTED, data: { provider_id: providerId } })
}
