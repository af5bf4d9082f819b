import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const PAGE = 50

/** A page of the store's customer groups; "everyone" is one that the reader names. */
export async function searchGroups(q: string, offset: number): Promise<FoundPage<Option>> {
  const { customer_groups, count } = await sdk.admin.customerGroup.list({
    limit: PAGE,
    offset,
    fields: "id,name",
    order: "name",
    ...(q && { q }),
  })
  return { options: customer_groups.map((group) => ({ id: group.id, title: group.name ?? group.id })), count }
}

/** All customer groups of the store: a discount's are shown by name. */
export async function listGroups(): Promise<Option[]> {
  const groups: Option[] = []
  for (;;) {
    const { options, count } = await searchGroups("", groups.length)
    groups.push(...options)
    if (!options.length || groups.length >= count) {
      return groups
    }
  }
}
