import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { SaleDetailAnswer } from "../../../../../contracts/sales/sales"
import { saleOfOrder, SALES_MODULE, type SalesModuleService } from "../../../../../modules/sales"
import { readSaleDetail } from "../../../../../workflows/sales/history/read-sale-detail"
import { pathId } from "../../../../path-id"

/** The sale of one of Medusa's orders; null until it is made. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ sale: SaleDetailAnswer | null }>): Promise<void> {
  const id = pathId(req.params.id, "Order")
  const { knex } = req.scope.resolve<SalesModuleService>(SALES_MODULE).db
  const found = await saleOfOrder(knex, id)
  if (!found) {
    await requireOrder(req, id)
  }
  res.json({ sale: found && (await readSaleDetail(req.scope, found.id)) })
}

async function requireOrder(req: MedusaRequest, id: string): Promise<void> {
  const [order] = await req.scope.resolve(Modules.ORDER).listOrders({ id: [id] }, { select: ["id"] })
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id: ${id} was not found`)
  }
}
