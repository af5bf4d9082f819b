import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { collectorFor } from "../../../collectors"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"

/**
 * Data added to a checkout's payment session, so that the method is saved for renewals. Empty for a cart without
 * recurring lines, and for a provider that cannot charge later.
 */
export async function checkoutData(
  container: MedusaContainer,
  { paymentCollectionId, providerId }: { paymentCollectionId: string; providerId: string },
): Promise<Record<string, unknown>> {
  const wanted = collectorFor(providerId).checkoutData()
  if (!Object.keys(wanted).length) {
    return {}
  }
  const { data: links } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id: paymentCollectionId },
  })
  const cartId: unknown = links[0]?.cart_id
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  return typeof cartId === "string" && (await billing.hasRecurringLine(cartId)) ? wanted : {}
}
