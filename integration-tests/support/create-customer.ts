import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { RequestHeaders } from "./create-admin"
import { signToken } from "./sign-token"

export type TestCustomer = { customer: CustomerDTO; headers: RequestHeaders["headers"] }

/** A customer with an account; `headers` are those of a Store API request in its name. */
export async function createCustomer(
  container: MedusaContainer,
  { email, storeHeaders }: { email: string; storeHeaders: RequestHeaders },
): Promise<TestCustomer> {
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
  })
  const { result: customer } = await createCustomerAccountWorkflow(container).run({
    input: { authIdentityId: identity.id, customerData: { email, first_name: "Clara", last_name: "Customer" } },
  })
  const token = signToken(container, { actorId: customer.id, actorType: "customer", authIdentityId: identity.id })
  return { customer, headers: { ...storeHeaders.headers, authorization: `Bearer ${token}` } }
}
