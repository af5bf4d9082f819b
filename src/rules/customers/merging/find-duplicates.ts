/** What tells that two profiles are one customer (C9). */
export interface DuplicateKeys {
  id: string
  email_key: string | null
  phone_e164: string | null
}

/** Profiles with the same e-mail or phone, also by way of a third; groups and ids in the order of the ids. */
export function findDuplicates(profiles: readonly DuplicateKeys[]): string[][] {
  const parents = new Map(profiles.map(({ id }) => [id, id]))
  const root = (id: string): string => {
    const parent = parents.get(id) ?? id
    return parent === id ? id : root(parent)
  }
  const first = new Map<string, string>()
  for (const { id, email_key, phone_e164 } of profiles) {
    for (const key of [email_key && `email ${email_key}`, phone_e164 && `phone ${phone_e164}`]) {
      const before = key ? first.get(key) : undefined
      if (before !== undefined) {
        const [a = id, b = id] = [root(before), root(id)].sort()
        parents.set(b, a)
      } else if (key) {
        first.set(key, id)
      }
    }
  }
  const groups = new Map<string, string[]>()
  for (const { id } of profiles) {
    groups.set(root(id), [...(groups.get(root(id)) ?? []), id])
  }
  return [...groups.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ids.sort())
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))
}
