import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  PROVISIONING_MODULE,
  takeServersToCompare,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { toError } from "../../errors/to-error"
import { driftOfServer } from "./drift-of-server"

/** In one go, one after the other; the next run goes on. */
const MOST_SERVERS = 5

/**
 * Compares servers with what is known of them, each once a day (S1): the admin shows on which of them something differs. It mends
 * nothing. Returns how many were compared.
 */
export async function compareServers(container: MedusaContainer): Promise<number> {
  const { db, room } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const providerIds = room.providerIds.filter((id) => room.providerOf(id)?.listServices !== undefined)
  const ids = providerIds.length ? await takeServersToCompare(db.knex, { providerIds, limit: MOST_SERVERS }) : []
  for (const id of ids) {
    try {
      await driftOfServer(container, id)
    } catch (error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      logger.warn(`Provisioning: server ${id} could not be compared: ${toError(error).message}`)
    }
  }
  return ids.length
}
