import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import type { DemoSubscription } from "../data/history"

/** A customer's subscription to a product; undefined: it is not bought yet. */
export async function findSubscription(container: MedusaContainer, { customer, handle }: DemoSubscription) {
  const [product] = await container.resolve(Modules.PRODUCT).listProducts({ handle })
  const subscriptions = await container
    .resolve<BillingModuleService>(BILLING_MODULE)
    .listSubscriptions({ email: customer.email }, { relations: ["items"], take: null })
  return subscriptions.find(({ items }) => items.some((item) => item.product_id === product?.id))
}
