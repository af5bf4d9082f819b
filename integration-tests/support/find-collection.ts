import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCollectionsWorkflow } from "@medusajs/medusa/core-flows"

const SERVICES = { title: "Services", handle: "services" }

/** The collection of what is offered in tests (an offer's product must be in one), made where it is missing. Its id. */
export async function findCollection(container: MedusaContainer): Promise<string> {
  const [found] = await container.resolve(Modules.PRODUCT).listProductCollections({ handle: SERVICES.handle })
  if (found) {
    return found.id
  }
  const { result } = await createCollectionsWorkflow(container).run({ input: { collections: [SERVICES] } })
  return result[0]?.id ?? ""
}
