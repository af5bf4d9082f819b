import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { SaleQuery } from "../../../contracts/sales/sales"
import type { SaleFilters } from "../../../modules/sales"
import { searchWords } from "../../../rules/sales"

/** The most customers whose sales a search finds. */
const MOST_CUSTOMERS = 200

/** The filters of a request; its words find customers by Medusa's own search, as the history keeps no name in the clear. */
export async function saleFiltersOf(container: MedusaContainer, { q, ...filters }: SaleQuery): Promise<SaleFilters> {
  const words = searchWords(q ?? "")
  if (!words.length) {
    return filters
  }
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ q: q ?? "" }, { take: MOST_CUSTOMERS, select: ["id"] })
  return { ...filters, words, customersFound: customers.map(({ id }) => id) }
}
