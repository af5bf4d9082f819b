import type { MedusaContainer } from "@medusajs/framework/types"
import type { SaleQuery } from "../../../contracts/sales/sales"
import type { SaleFilters } from "../../../modules/sales"
import { searchWords } from "../../../rules/sales"
import { foundCustomers } from "../../ports/found-customers"

/** The most customers whose sales a search finds. */
const MOST_CUSTOMERS = 200

/** The filters of a request; who its words mean is asked of the customers, as the history keeps no name in the clear. */
export async function saleFiltersOf(
  container: MedusaContainer,
  { q = "", ...filters }: SaleQuery,
): Promise<SaleFilters> {
  const words = searchWords(q)
  return words.length
    ? { ...filters, words, customersFound: await foundCustomers.get()(container, { q, limit: MOST_CUSTOMERS }) }
    : filters
}
