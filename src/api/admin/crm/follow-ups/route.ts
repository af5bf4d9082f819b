import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listFollowUpsSchema, type FollowUpListAnswer } from "../../../../contracts/customers/notes"
import { listFollowUps } from "../../../../modules/customers"
import { customersDatabase } from "../../../../workflows/customers/profiles/editing"
import { parseInput } from "../../../parse-input"
import { storeDate } from "../../../store-date"

/** What is due by today; not of those who are not interested (C6, C8). */
export async function GET(req: MedusaRequest, res: MedusaResponse<FollowUpListAnswer>): Promise<void> {
  const { limit, offset } = parseInput(listFollowUpsSchema, req.query)
  const as_of = await storeDate(req.scope)
  const { rows, count } = await listFollowUps(customersDatabase(req.scope), { asOf: as_of, limit, offset })
  const follow_ups = rows.map((row) => ({ ...row, created_at: new Date(row.created_at).toISOString() }))
  res.json({ follow_ups, as_of, count, limit, offset })
}
