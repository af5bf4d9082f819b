import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeSaleBody, SaleDetailAnswer } from "../../../contracts/sales/sales"
import type { OwnChange } from "../../../rules/sales"
import { readSaleDetail } from "../../../workflows/sales/history/read-sale-detail"
import { changeOwnSale } from "../../../workflows/sales/orders/change-own-sale"
import { pathId } from "../../path-id"

type Handler = (
  req: AuthenticatedMedusaRequest<ChangeSaleBody>,
  res: MedusaResponse<{ sale: SaleDetailAnswer }>,
) => Promise<void>

/** A change of the sale's own, with its reason; the sale as it is then. */
export const ownChange =
  (change: OwnChange): Handler =>
  async (req, res) => {
    const id = pathId(req.params.id, "Sale")
    const now = new Date()
    const actor = `user:${req.auth_context.actor_id}`
    await changeOwnSale(req.scope, { id, change, reason: req.validatedBody.reason, actor, now: now.toISOString() })
    res.json({ sale: await readSaleDetail(req.scope, id) })
  }
