import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const MOST = 20
const FIELDS = "id,email,first_name,last_name,company_name"

/** Customers by name or address, as Medusa's own list finds them. */
export async function searchCustomers(q: string, offset: number): Promise<FoundPage<Option>> {
  const { customers, count } = await sdk.admin.customer.list({ limit: MOST, offset, fields: FIELDS, ...(q && { q }) })
  return { options: customers.map(optionOf), count }
}

/** One of them. */
export const findCustomer = async (id: string): Promise<Option> =>
  optionOf((await sdk.admin.customer.retrieve(id, { fields: FIELDS })).customer)

interface Found {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
  company_name: string | null
}

function optionOf({ id, email, ...names }: Found): Option {
  const name = [names.first_name, names.last_name].filter(Boolean).join(" ") || names.company_name
  return { id, title: name || email, ...(name && { hint: email }) }
}
