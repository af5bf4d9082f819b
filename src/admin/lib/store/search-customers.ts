import { sdk } from "../sdk"

const MOST = 20

/** Customers by name or address, as Medusa's own list finds them. */
export async function searchCustomers(q: string): Promise<{ id: string; title: string; hint?: string }[]> {
  const fields = "id,email,first_name,last_name,company_name"
  const { customers } = await sdk.admin.customer.list({ limit: MOST, fields, ...(q && { q }) })
  return customers.map((customer) => {
    const name = [customer.first_name, customer.last_name].filter(Boolean).join(" ") || customer.company_name
    return { id: customer.id, title: name || customer.email, ...(name && { hint: customer.email }) }
  })
}
