import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The names of users by their ids; who is no more, or is no user, has none. */
export async function userNames(
  container: MedusaContainer,
  given: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const ids = [...new Set(given.flatMap((id) => id ?? []))]
  const users = ids.length ? await container.resolve(Modules.USER).listUsers({ id: ids }, { take: ids.length }) : []
  const names = new Map(
    users.map(({ id, first_name, last_name, email }) => [
      id,
      [first_name, last_name].filter(Boolean).join(" ") || email,
    ]),
  )
  return (id) => (id === null ? null : (names.get(id) ?? null))
}
