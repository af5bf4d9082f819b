import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { filterProfilesSchema } from "../../../../../contracts/customers/profiles"
import { exportProfiles } from "../../../../../modules/customers"
import { customersFileHead, customersFileRows } from "../../../../../rules/customers"
import { customersDatabase } from "../../../../../workflows/customers/profiles/editing"
import { parseInput } from "../../../../parse-input"
import { filtersOfQuery } from "../../filters-of-query"
import { shownOn } from "../../present-profile"

const CHUNK = 500

/** What is filtered as a file, in parts, so that a long one needs no more memory (C9). */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const filters = filtersOfQuery(parseInput(filterProfilesSchema, req.query), await shownOn(req.scope))
  const db = customersDatabase(req.scope)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="customers.csv"`)
  res.setHeader("Cache-Control", "private, no-store")
  res.write(customersFileHead())
  for (let after = ""; ;) {
    const customers = await exportProfiles(db, filters, { after, limit: CHUNK })
    const last = customers.at(-1)
    if (!last) {
      break
    }
    res.write(customersFileRows(customers))
    after = last.id
  }
  res.end()
}
