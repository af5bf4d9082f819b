import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, wasTransferred } from "../../../modules/billing"
import { rememberMethod, type RememberedPayment } from "./remember-method"

/** The method of an order's checkout; null for an order that was transferred since, as it is the old customer's. */
export async function rememberMethodOfBuyer(
  container: MedusaContainer,
  orderId: string,
): Promise<RememberedPayment | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  return (await wasTransferred(knex, orderId)) ? null : rememberMethod(container, { order_id: orderId })
}
