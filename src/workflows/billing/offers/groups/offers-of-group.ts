import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"

/** The offers of a group's products (B2). */
export async function offersOfGroup(container: MedusaContainer, collectionId: string): Promise<{ id: string }[]> {
  const { data: products } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id"],
    filters: { collection_id: collectionId },
  })
  const product_id = products.map(({ id }) => id)
  return product_id.length
    ? container.resolve<BillingModuleService>(BILLING_MODULE).listOffers({ product_id }, { select: ["id"], take: null })
    : []
}
