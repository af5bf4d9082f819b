import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Each of these categories with those above it, itself first: what is assigned to a category is given in its
 * subcategories, too (D12). A category that does not exist has itself alone.
 */
export async function categoriesAbove(container: MedusaContainer, ids: string[]): Promise<Map<string, string[]>> {
  const unique = [...new Set(ids)]
  const pathOf = new Map((await pathsOf(container, unique)).map(({ id, mpath }) => [id, mpath]))
  return new Map(unique.map((id) => [id, chainOf(id, pathOf.get(id) ?? id)]))
}

async function pathsOf(container: MedusaContainer, ids: string[]): Promise<{ id: string; mpath: string }[]> {
  if (!ids.length) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product_category", fields: ["id", "mpath"], filters: { id: ids } })
  return data as { id: string; mpath: string }[]
}

/** A path names the categories from the top down to its own. */
const chainOf = (id: string, path: string): string[] => [...new Set([id, ...path.split(".").filter(Boolean).reverse()])]

/** The categories of some categories, the nearest first: all own ones, then those just above them, and so on. */
export function nearestFirst(ids: readonly string[], above: ReadonlyMap<string, string[]>): string[] {
  const chains = ids.map((id) => above.get(id) ?? [id])
  const deepest = Math.max(0, ...chains.map((chain) => chain.length))
  const levels = Array.from({ length: deepest }, (_, level) => chains.flatMap((chain) => chain[level] ?? []))
  return [...new Set(levels.flat())]
}
