import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { EVERYONE } from "../../../rules/discounts"

/** Those of these customer groups that the store has; `everyone` is not one of them. */
export async function existingGroups(container: MedusaContainer, groups: string[]): Promise<Set<string>> {
  const ids = [...new Set(groups)].filter((id) => id !== EVERYONE)
  const found = ids.length
    ? await container.resolve(Modules.CUSTOMER).listCustomerGroups({ id: ids }, { select: ["id"], take: ids.length })
    : []
  return new Set(found.map(({ id }) => id))
}
