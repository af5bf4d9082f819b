import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { ServerAnswer } from "../../../../contracts/provisioning/servers"
import {
  listServers,
  PROVISIONING_MODULE,
  type ListedServer,
  type ProvisioningModuleService,
} from "../../../../modules/provisioning"

/** A server as an admin sees it: its credentials are never answered. */
const presentServer = (row: ListedServer): ServerAnswer => ({
  id: row.id,
  provider_id: row.provider_id,
  name: row.name,
  server_group: row.server_group,
  capacity: row.capacity,
  used: row.used,
  rank: row.rank,
  is_active: row.is_active,
  has_credentials: row.credentials !== null,
  resting_until: row.resting_until?.toISOString() ?? null,
  stop_reason: row.stop_reason,
  compared_at: row.compared_at?.toISOString() ?? null,
  differences: row.differences,
  compare_problem: row.compare_problem,
  version: row.version,
})

/** All servers of all providers. */
export async function presentServers(container: MedusaContainer): Promise<ServerAnswer[]> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  return (await listServers(knex)).map(presentServer)
}

export async function serverById(container: MedusaContainer, id: string): Promise<ServerAnswer> {
  const server = (await presentServers(container)).find((one) => one.id === id)
  if (!server) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Server with id: ${id} was not found`)
  }
  return server
}
