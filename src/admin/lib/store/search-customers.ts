import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const MOST = 20

/** Customers by name or address, as Medusa's own list finds them. */
export async function searchCustomers(q: string, offset: number): Promise<FoundPage<Option>> {
  const fields = "id,email,first_name,last_name,company_name"
  const { customers, count } = await sdk.admin.customer.list({ limit: MOST, offset, fields, ...(q && { q }) })
  const options = customers.map((customer) => {
    const name = [customer.first_name, customer.last_name].filter(Boolean).join(" ") || customer.company_name
    return { id: customer.id, title: name || customer.email, ...(name && { hint: customer.email }) }
  })
  return { options, count }
}
