import { findCustomerIds } from "../../../modules/customers"
import { searchTerms } from "../../../rules/customers"
import type { FoundCustomers } from "../../ports/found-customers"
import { customersDatabase } from "./editing"

/** Medusa's customers of the profiles that a search finds. */
export const customersFound: FoundCustomers = async (container, { q, limit }) => {
  const terms = searchTerms(q)
  return terms.length ? findCustomerIds(customersDatabase(container), terms, limit) : []
}
