import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** A log-in with a password; the one that is there already, on a second run. Returns its auth identity. */
export async function ensureLogIn(
  container: MedusaContainer,
  who: { email: string; password: string },
): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listProviderIdentities({ provider: "emailpass", entity_id: who.email })
  if (known?.auth_identity_id) {
    return known.auth_identity_id
  }
  const { success, authIdentity, error } = await auth.register("emailpass", { body: who })
  if (!success || !authIdentity) {
    throw new Error(`The log-in ${who.email} could not be made: ${error}`)
  }
  return authIdentity.id
}
