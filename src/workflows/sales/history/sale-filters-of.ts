import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { SaleQuery } from "../../../contracts/sales/sales"
import type { SaleFilters } from "../../../modules/sales"
import { searchWords } from "../../../rules/sales"
import { foundCustomers } from "../../ports/found-customers"

/** The most customers whose sales a search finds. */
export const MOST_CUSTOMERS = 1_000

export interface ReadFilters {
  filters: SaleFilters
  /** More customers are found than are searched by. */
  isCut: boolean
}

/** The filters of a request; who its words mean is asked of the customers, as the history keeps no name in the clear. */
export async function saleFiltersOf(
  container: MedusaContainer,
  { q = "", ...filters }: SaleQuery,
): Promise<ReadFilters> {
  const words = searchWords(q)
  if (!words.length) {
    return { filters, isCut: false }
  }
  const found = await foundCustomers.get()(container, { q, limit: MOST_CUSTOMERS + 1 })
  const customersFound = found.slice(0, MOST_CUSTOMERS)
  return { filters: { ...filters, words, customersFound }, isCut: found.length > MOST_CUSTOMERS }
}

/** The filters of a file: it says nothing of what it leaves out, so one that would leave sales out is refused. */
export async function wholeFiltersOf(container: MedusaContainer, query: SaleQuery): Promise<SaleFilters> {
  const { filters, isCut } = await saleFiltersOf(container, query)
  if (isCut) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `q: finds more than ${MOST_CUSTOMERS} customers, and sales of the others would be missing: search more exactly`,
    )
  }
  return filters
}
