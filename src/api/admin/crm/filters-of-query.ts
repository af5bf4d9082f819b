import type { FilterProfiles } from "../../../contracts/customers/profiles"
import { searchTerms, staleBefore } from "../../../rules/customers"
import type { ShownOn } from "./present-profile"

/** What a query string asks for, as the database is asked. */
export const filtersOfQuery = (
  { q, status, temperature, stale }: FilterProfiles,
  { asOf, timeZone, staleAfterDays }: ShownOn,
) => ({
  terms: searchTerms(q),
  status,
  temperature,
  staleBefore: stale === "true" ? staleBefore(asOf, staleAfterDays, timeZone) : undefined,
})
