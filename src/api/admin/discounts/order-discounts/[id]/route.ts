import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { UpdateOrderDiscount } from "../../../../../contracts/discounts/order-discounts"
import { deleteOrderDiscountWorkflow } from "../../../../../workflows/discounts/catalog/delete-order-discount"
import { readOrderDiscountAnswers } from "../../../../../workflows/discounts/catalog/read-order-discount-answers"
import { saveOrderDiscountWorkflow } from "../../../../../workflows/discounts/catalog/save-order-discount"
import { pathId } from "../../../../path-id"
import { storeDate } from "../../../../store-date"

const idOf = (req: MedusaRequest<unknown>): string => pathId(req.params.id, "Order discount")

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse): Promise<void> {
  const id = idOf(req)
  const [order_discount] = await readOrderDiscountAnswers(req.scope, [id], await storeDate(req.scope))
  if (!order_discount) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order discount with id: ${id} was not found`)
  }
  res.json({ order_discount })
}

export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> => answer(req, res)

/** What is left out stays as it is; `ranges` is the whole list. */
export async function POST(req: MedusaRequest<UpdateOrderDiscount>, res: MedusaResponse): Promise<void> {
  await saveOrderDiscountWorkflow(req.scope).run({ input: { id: idOf(req), discount: req.validatedBody } })
  await answer(req, res)
}

/** Amounts already taken off stay. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = idOf(req)
  await deleteOrderDiscountWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "discounts_order_discount", deleted: true })
}
