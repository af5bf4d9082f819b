import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listDuplicatesSchema, type DuplicateListAnswer } from "../../../../contracts/customers/merging"
import { duplicateKeys, readProfiles } from "../../../../modules/customers"
import { findDuplicates } from "../../../../rules/customers"
import { customersDatabase } from "../../../../workflows/customers/profiles/editing"
import { parseInput } from "../../../parse-input"
import { presentProfile, shownOn } from "../present-profile"

/** The most of a group that are shown; merging them brings up the others. */
const MOST_SHOWN = 20

/** Customers with the same e-mail or phone (C9). */
export async function GET(req: MedusaRequest, res: MedusaResponse<DuplicateListAnswer>): Promise<void> {
  const { limit, offset } = parseInput(listDuplicatesSchema, req.query)
  const db = customersDatabase(req.scope)
  const groups = findDuplicates(await duplicateKeys(db))
  const page = groups.slice(offset, offset + limit).map((ids) => ids.slice(0, MOST_SHOWN))
  const shown = await shownOn(req.scope)
  const profiles = new Map((await readProfiles(db, page.flat())).map((row) => [row.id, presentProfile(row, shown)]))
  res.json({
    groups: page.map((ids) => ({ id: ids[0] ?? "", profiles: ids.flatMap((id) => profiles.get(id) ?? []) })),
    count: groups.length,
    limit,
    offset,
  })
}
