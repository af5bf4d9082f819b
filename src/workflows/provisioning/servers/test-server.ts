import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { findServer, PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../modules/provisioning"
import { toProvisioningError } from "../../../provisioning-providers"
import { maskText, secretsIn } from "../../../rules/provisioning"
import { openServer } from "../delivery/prepare-call"
import { askInSeconds } from "../delivery/within-time"

/** At most so long, whatever the store's option says: an admin waits. */
const MOST_SECONDS = 15

/** Whether a server is reached with its credentials; null: it is, else why not, without secrets. */
export async function testServer(container: MedusaContainer, id: string): Promise<string | null> {
  const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const server = await findServer(module.db.knex, id)
  if (!server) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Server with id: ${id} was not found`)
  }
  const provider = module.room.providerOf(server.provider_id)
  if (!provider) {
    return `The provider "${server.provider_id}" is not active`
  }
  let secrets: string[] = []
  try {
    const opened = await openServer(module, id)
    secrets = secretsIn(opened.credentials)
    const seconds = Math.min(MOST_SECONDS, module.room.options.timeoutSeconds)
    await askInSeconds(seconds, (signal) => provider.testConnection(opened, signal))
    return null
  } catch (error) {
    return maskText(toProvisioningError(error).message, secrets)
  }
}
