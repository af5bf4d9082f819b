import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomerAccountWorkflow, createCustomerAddressesWorkflow } from "@medusajs/medusa/core-flows"
import { CUSTOMER_PASSWORD, CUSTOMERS, type DemoCustomer } from "../data/people"
import { ensureLogIn } from "./ensure-log-in"

async function ensureCustomer(container: MedusaContainer, person: DemoCustomer): Promise<void> {
  const { email, first_name, last_name, company_name, address } = person
  const authIdentityId = await ensureLogIn(container, { email, password: CUSTOMER_PASSWORD })
  const [known] = await container.resolve(Modules.CUSTOMER).listCustomers({ email, has_account: true })
  if (known) {
    return
  }
  const { result: customer } = await createCustomerAccountWorkflow(container).run({
    input: { authIdentityId, customerData: { email, first_name, last_name, company_name } },
  })
  const named = { ...address, first_name, last_name, company: company_name ?? undefined }
  await createCustomerAddressesWorkflow(container).run({
    input: {
      addresses: [{ ...named, customer_id: customer.id, is_default_shipping: true, is_default_billing: true }],
    },
  })
}

/** Three customers who can log in, one a country. */
export async function ensureCustomers(container: MedusaContainer): Promise<void> {
  for (const person of CUSTOMERS) {
    await ensureCustomer(container, person)
  }
}
