import { sdk } from "../sdk"

const MOST_GROUPS = 200

/** The customer groups of the store; "everyone" is one that the reader names. */
export async function listGroups(q = ""): Promise<{ id: string; title: string }[]> {
  const { customer_groups } = await sdk.admin.customerGroup.list({
    limit: MOST_GROUPS,
    fields: "id,name",
    order: "name",
    ...(q && { q }),
  })
  return customer_groups.map((group) => ({ id: group.id, title: group.name ?? group.id }))
}
