import type { ProfileListAnswer } from "../../../contracts/customers/profiles"
import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const MOST = 20

/** Customers of the room, as their own list finds them. */
export async function searchProfiles(q: string, offset: number): Promise<FoundPage<Option>> {
  const query = { q, limit: MOST, offset }
  const { profiles, count } = await sdk.client.fetch<ProfileListAnswer>("/admin/crm/profiles", { query })
  return { options: profiles.map(optionOf), count }
}

function optionOf({ id, name, email, phone, city }: ProfileListAnswer["profiles"][number]): Option {
  const hint = [email, phone, city].filter(Boolean).join(" · ")
  return { id, title: name, ...(hint && { hint }) }
}
