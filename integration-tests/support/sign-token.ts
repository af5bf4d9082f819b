import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"

type Actor = { actorId: string; actorType: "user" | "customer"; authIdentityId: string }

/** The token that a log-in would give to this actor. */
export function signToken(container: MedusaContainer, actor: Actor): string {
  const { projectConfig } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return generateJwtToken(
    { actor_id: actor.actorId, actor_type: actor.actorType, auth_identity_id: actor.authIdentityId, app_metadata: {} },
    { secret: projectConfig.http.jwtSecret, expiresIn: "1d" },
  )
}
