import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCollectionsWorkflow } from "@medusajs/medusa/core-flows"

/** A collection by its title; its id. */
export async function ensureCollection(container: MedusaContainer, title: string): Promise<string> {
  const [known] = await container.resolve(Modules.PRODUCT).listProductCollections({ title })
  const create = { collections: [{ title }] }
  const [collection] = known ? [known] : (await createCollectionsWorkflow(container).run({ input: create })).result
  return collection?.id ?? ""
}
