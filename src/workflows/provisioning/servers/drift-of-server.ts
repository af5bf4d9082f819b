import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  findServer,
  PROVISIONING_MODULE,
  recordComparison,
  servicesOfServer,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { toProvisioningError } from "../../../provisioning-providers"
import { findDrift, maskText, secretsIn, type Drift } from "../../../rules/provisioning"
import { openServer } from "../delivery/prepare-call"
import { askInSeconds } from "../delivery/within-time"

/** Lists of thousands come page by page. */
const SECONDS = 60

/**
 * What differs between a server and what is known of it; null: its provider does not list what it has. Nothing is changed but what
 * is shown of the comparison.
 */
export async function driftOfServer(container: MedusaContainer, id: string): Promise<Drift[] | null> {
  const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const server = await findServer(module.db.knex, id)
  if (!server) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Server with id: ${id} was not found`)
  }
  const provider = module.room.providerOf(server.provider_id)
  if (!provider?.listServices) {
    return null
  }
  let secrets: string[] = []
  try {
    const opened = await openServer(module, id)
    secrets = secretsIn(opened.credentials)
    const outside = await askInSeconds(SECONDS, async (signal) => provider.listServices?.(opened, signal))
    const drift = findDrift(outside ?? [], await servicesOfServer(module.db.knex, id))
    await recordComparison(module.db.knex, id, { differences: drift.length })
    return drift
  } catch (error) {
    const reason = maskText(toProvisioningError(error).message, secrets)
    await recordComparison(module.db.knex, id, { problem: reason })
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `The server was not read: ${reason}`)
  }
}
