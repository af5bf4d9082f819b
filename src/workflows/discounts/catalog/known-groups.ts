import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { EVERYONE } from "../../../rules/discounts"

/**
 * Which of these groups are allowed: those that the store has, and those that the discount has already. A group that
 * was deleted since does not block saving.
 */
export async function knownGroups(container: MedusaContainer, asked: string[], named: string[]): Promise<string[]> {
  const ids = asked.filter((id) => id !== EVERYONE && !named.includes(id))
  const found = ids.length
    ? await container.resolve(Modules.CUSTOMER).listCustomerGroups({ id: ids }, { select: ["id"], take: ids.length })
    : []
  return [...named, ...found.map((group) => group.id)]
}
