import type { QuickOrderLinkAnswer } from "../../../contracts/customers/links"
import type { ListedLink } from "../../../modules/customers"
import { linkState } from "../../../rules/customers"

/** A link as it is answered: nothing of its token. */
export const presentLink = (link: ListedLink, at: Date): QuickOrderLinkAnswer => ({
  id: link.id,
  profile_id: link.profileId,
  state: linkState(link, at),
  created_at: link.createdAt.toISOString(),
  created_by: link.createdBy,
  expires_at: link.expiresAt.toISOString(),
  revoked_at: link.revokedAt?.toISOString() ?? null,
  replaced_at: link.replacedAt?.toISOString() ?? null,
  uses: link.uses,
  last_used_at: link.lastUsedAt?.toISOString() ?? null,
  orders: link.orders,
})
