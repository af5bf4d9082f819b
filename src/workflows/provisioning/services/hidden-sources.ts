import type { MedusaContainer } from "@medusajs/framework/types"
import { hiddenContents } from "../../ports/packages/hidden-contents"

/** Of the lines that services were sold with, those that their buyer must not see: hidden contents of packages (P13). */
export async function hiddenSources(container: MedusaContainer, sourceIds: readonly string[]): Promise<string[]> {
  const lines = sourceIds.map((id) => ({ id }))
  const shown = new Set((await hiddenContents.get()(container, lines)).map(({ id }) => id))
  return sourceIds.filter((id) => !shown.has(id))
}
