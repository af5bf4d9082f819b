import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { FileSubscription, ImportCustomer, ImportFacts } from "../../../rules/billing"

type Address = Record<string, unknown> & { is_default_shipping: boolean; is_default_billing: boolean }

interface CustomerRow {
  id: string
  email: string | null
  has_account: boolean
  addresses?: (Address | null)[] | null
}

/** Ids per question. */
const CHUNK = 1000
const FIELDS = ["id", "email", "has_account", "addresses.*"]

/** The customers that rows name: by id; else the account of the e-mail address; else the guest of it; else a new one. */
export async function customersOfRows(
  container: MedusaContainer,
  rows: readonly FileSubscription[],
): Promise<ImportFacts["customerOf"]> {
  const ids = distinct(rows.flatMap(({ customerId }) => customerId ?? []))
  const emails = distinct(rows.flatMap(({ customerId, email }) => (customerId === null && email !== null ? email : [])))
  const byId = new Map((await read(container, "id", ids)).map((row) => [row.id, toCustomer(row)]))
  const found = await read(container, "email", emails)
  const byEmail = new Map(
    found.sort((a, b) => Number(a.has_account) - Number(b.has_account)).map((row) => [row.email, toCustomer(row)]),
  )
  return ({ customerId, email }) =>
    customerId === null ? (byEmail.get(email) ?? { id: null, email, address: null }) : (byId.get(customerId) ?? null)
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)]

async function read(
  container: MedusaContainer,
  field: "id" | "email",
  values: readonly string[],
): Promise<CustomerRow[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const rows: CustomerRow[] = []
  for (let start = 0; start < values.length; start += CHUNK) {
    const filters = { [field]: values.slice(start, start + CHUNK) }
    const { data } = await query.graph({ entity: "customer", fields: FIELDS, filters })
    rows.push(...(data as CustomerRow[]))
  }
  return rows
}

/** The fields of an address that an order's has, without whose it is. */
const POSTAL = [
  ...["first_name", "last_name", "company", "address_1", "address_2", "postal_code", "city", "province"],
  ...["country_code", "phone", "metadata"],
]

function toCustomer({ id, email, addresses }: CustomerRow): ImportCustomer {
  const all = (addresses ?? []).flatMap((one) => (one?.country_code ? [one] : []))
  const rank = (one: Address): number => (one.is_default_billing ? 2 : 0) + (one.is_default_shipping ? 1 : 0)
  const [address] = all.sort((a, b) => rank(b) - rank(a))
  return {
    id,
    email,
    address: address ? Object.fromEntries(POSTAL.map((field) => [field, address[field] ?? null])) : null,
  }
}
