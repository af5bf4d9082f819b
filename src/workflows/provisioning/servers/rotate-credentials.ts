import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  PROVISIONING_MODULE,
  resealServer,
  serversOfOtherKeys,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { toError } from "../../errors/to-error"

/** Encrypts with the first key what another one has encrypted (S8). Returns how many were. */
export async function rotateCredentials(container: MedusaContainer): Promise<number> {
  const { db, room } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const { vault } = room
  if (vault.keyId === null) {
    return 0
  }
  let resealed = 0
  for (const before of await serversOfOtherKeys(db.knex, vault.keyId)) {
    try {
      const clear = vault.open({ text: before.credentials ?? "", keyId: before.key_id ?? "" }, before.id)
      await resealServer(db.knex, { before, sealed: vault.seal(clear, before.id) })
      resealed += 1
    } catch (error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      logger.warn(`Provisioning: credentials of server ${before.id} keep their key: ${toError(error).message}`)
    }
  }
  return resealed
}
