import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { BuyerFacts } from "../../../rules/billing"

export const UNKNOWN_BUYER: BuyerFacts = { name: null, company: null, vatNumber: null, email: null }

/** Loads the buyers of many invoices in one query, by customer id. */
export async function loadBuyers(
  container: MedusaContainer,
  customerIds: (string | null)[],
): Promise<Map<string, BuyerFacts>> {
  const ids = [...new Set(customerIds.flatMap((id) => id ?? []))]
  if (!ids.length) {
    return new Map()
  }
  const customers = await container.resolve(Modules.CUSTOMER).listCustomers({ id: ids })
  return new Map(
    customers.map((customer) => [
      customer.id,
      {
        name: [customer.first_name, customer.last_name].filter(Boolean).join(" ") || null,
        company: customer.company_name || null,
        vatNumber: typeof customer.metadata?.vat_number === "string" ? customer.metadata.vat_number : null,
        email: customer.email || null,
      },
    ]),
  )
}
