import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HistoryStateAnswer } from "../../../../contracts/sales/chain"
import { readHistoryState } from "../../../../workflows/sales/chain/read-history-state"

export async function GET(req: MedusaRequest, res: MedusaResponse<{ state: HistoryStateAnswer }>): Promise<void> {
  res.json({ state: await readHistoryState(req.scope) })
}
