import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listOrderDiscountsSchema,
  type CreateOrderDiscount,
  type OrderDiscountListAnswer,
} from "../../../../contracts/discounts/order-discounts"
import { DISCOUNTS_MODULE, type DiscountsModuleService, listOrderDiscountIds } from "../../../../modules/discounts"
import { readOrderDiscountAnswers } from "../../../../workflows/discounts/catalog/read-order-discount-answers"
import { saveOrderDiscountWorkflow } from "../../../../workflows/discounts/catalog/save-order-discount"
import { parseInput } from "../../../parse-input"
import { storeDate } from "../../../store-date"

/** In the order in which they are tried; `q` finds by name, note and id. */
export async function GET(req: MedusaRequest, res: MedusaResponse<OrderDiscountListAnswer>): Promise<void> {
  const query = parseInput(listOrderDiscountsSchema, req.query)
  const { knex } = req.scope.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const { ids, count } = await listOrderDiscountIds(knex, query)
  const order_discounts = await readOrderDiscountAnswers(req.scope, ids, await storeDate(req.scope))
  res.json({ order_discounts, count, limit: query.limit, offset: query.offset })
}

export async function POST(req: MedusaRequest<CreateOrderDiscount>, res: MedusaResponse): Promise<void> {
  const { result: id } = await saveOrderDiscountWorkflow(req.scope).run({
    input: { id: null, discount: req.validatedBody },
  })
  const [order_discount] = await readOrderDiscountAnswers(req.scope, [id], await storeDate(req.scope))
  res.status(201).json({ order_discount })
}
