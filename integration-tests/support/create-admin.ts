import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { signToken } from "./sign-token"

export type RequestHeaders = { headers: Record<string, string> }

/** Makes an admin user and gives the headers of a request in its name. */
export async function createAdmin(container: MedusaContainer, email = "admin@test.example"): Promise<RequestHeaders> {
  const authModule = container.resolve(Modules.AUTH)
  const identity = await authModule.createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
  })
  const { result: user } = await createUserAccountWorkflow(container).run({
    input: { authIdentityId: identity.id, userData: { email, first_name: "Ada", last_name: "Admin" } },
  })
  const token = signToken(container, { actorId: user.id, actorType: "user", authIdentityId: identity.id })
  return { headers: { authorization: `Bearer ${token}` } }
}
