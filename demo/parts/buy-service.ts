import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { checkoutData } from "../../src/workflows/billing/payment-methods/checkout-data"
import type { DemoCustomer } from "../data/people"

export interface DemoPurchase {
  customer: DemoCustomer
  variantId: string
  regionId: string
  channelId: string
}

const PROVIDER = "pp_demo_demo"

async function pay(container: MedusaContainer, cartId: string, customerId: string): Promise<void> {
  await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cartId } })
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["payment_collection.id"],
    filters: { id: cartId },
  })
  const paymentCollectionId = data[0]?.payment_collection?.id ?? ""
  await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id: paymentCollectionId,
      provider_id: PROVIDER,
      customer_id: customerId,
      // Over HTTP a middleware adds this.
      data: await checkoutData(container, { paymentCollectionId, providerId: PROVIDER }),
    },
  })
}

/** What a storefront does over HTTP, done by Medusa's own workflows. Returns the order's id. */
export async function buyService(container: MedusaContainer, purchase: DemoPurchase): Promise<string> {
  const { email, first_name, last_name, company_name, address } = purchase.customer
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ email, has_account: true })
  if (!customer) {
    throw new Error(`There is no customer ${email}`)
  }
  const place = { ...address, first_name, last_name, company: company_name ?? undefined }
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: purchase.regionId,
      sales_channel_id: purchase.channelId,
      customer_id: customer.id,
      email,
      shipping_address: place,
      billing_address: place,
      items: [{ variant_id: purchase.variantId, quantity: 1 }],
    },
  })
  await pay(container, cart.id, customer.id)
  const { result } = await completeCartWorkflow(container).run({ input: { id: cart.id } })
  return result.id
}
