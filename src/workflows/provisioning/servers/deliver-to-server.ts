import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  PROVISIONING_MODULE,
  servicesGivenUpOn,
  servicesGivenUpWithoutServer,
  wakeCallsWithoutServer,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { DELIVERY_REQUESTED } from "../services/provisioning-orders"
import { retryGivenUp } from "../services/retry-given-up"

export interface SavedServer {
  providerId: string
  /** The server that works again, as it was switched on or has other credentials; null: none does. */
  repaired: string | null
}

/**
 * Delivers what a server that was saved may let through: what waits for room or was given up for want of it, and what was given up
 * on a server that works again. A second time finds nothing more.
 */
export async function deliverToServer(
  container: MedusaContainer,
  { providerId, repaired }: SavedServer,
): Promise<void> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const onServer = repaired === null ? [] : await servicesGivenUpOn(knex, repaired)
  await retryGivenUp(container, [...onServer, ...(await servicesGivenUpWithoutServer(knex, providerId))])
  await wakeCallsWithoutServer(knex, providerId)
  await container.resolve(Modules.EVENT_BUS).emit({ name: DELIVERY_REQUESTED, data: { provider_id: providerId } })
}
