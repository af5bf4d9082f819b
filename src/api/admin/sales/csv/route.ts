import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saleFiltersSchema } from "../../../../contracts/sales/sales"
import { noteInStore } from "../../../../workflows/sales/chain/note-in-store"
import { wholeFiltersOf } from "../../../../workflows/sales/history/sale-filters-of"
import { salesFile } from "../../../../workflows/sales/history/write-sales-file"
import { parseInput } from "../../../parse-input"
import { streamFile } from "../../../stream-file"

/** The filtered sales and their refunds, without anybody's name. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const query = parseInput(saleFiltersSchema, req.query)
  const filters = await wholeFiltersOf(req.scope, query)
  const actor = `user:${req.auth_context.actor_id}`
  // What was searched for may be a name, so that it is not kept.
  await noteInStore(req.scope, { kind: "exported", actor, now: new Date(), content: { what: "csv" } })
  const parts = salesFile(req.scope, filters)
  await streamFile(res, { fileName: "sales.csv", mimeType: "text/csv; charset=utf-8", parts })
}
