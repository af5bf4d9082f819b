import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { BuyerFacts } from "../../../rules/billing"
import { buyerVatNumbers } from "../../ports/buyer-vat-numbers"

export const UNKNOWN_BUYER: BuyerFacts = { name: null, company: null, vatNumber: null, email: null }

/** Loads the buyers of many invoices at once, by customer id. A VAT number that Medusa's customer does not have is the profile's. */
export async function loadBuyers(
  container: MedusaContainer,
  customerIds: (string | null)[],
): Promise<Map<string, BuyerFacts>> {
  const ids = [...new Set(customerIds.flatMap((id) => id ?? []))]
  if (!ids.length) {
    return new Map()
  }
  const [customers, vatNumbers] = await Promise.all([
    container.resolve(Modules.CUSTOMER).listCustomers({ id: ids }),
    buyerVatNumbers.get().ofCustomers(container, ids),
  ])
  return new Map(
    customers.map((customer) => [
      customer.id,
      {
        name: [customer.first_name, customer.last_name].filter(Boolean).join(" ") || null,
        company: customer.company_name || null,
        vatNumber: ownVatNumber(customer) ?? vatNumbers.get(customer.id) ?? null,
        email: customer.email || null,
      },
    ]),
  )
}

const ownVatNumber = ({ metadata }: CustomerDTO): string | null =>
  typeof metadata?.vat_number === "string" ? metadata.vat_number : null
