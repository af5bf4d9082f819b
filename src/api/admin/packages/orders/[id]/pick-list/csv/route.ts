import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stringify } from "csv-stringify/sync"
import { PICK_LIST_COLUMNS, pickListRows } from "../../../../../../../rules/packages"
import { readPickList } from "../../../../../../../workflows/packages/orders/read-pick-list"
import { pathId } from "../../../../../../path-id"

/** The pick list as a file that spreadsheets open, and in which they run no formula. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { order, list } = await readPickList(req.scope, pathId(req.params.id, "Order"))
  const file = stringify(pickListRows(list), {
    header: true,
    columns: [...PICK_LIST_COLUMNS],
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
  })
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="pick-list-${order.displayId ?? order.id}.csv"`)
  res.send(file)
}
