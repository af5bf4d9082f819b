import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CouponAnswer, SaveCoupon } from "../../../../../../contracts/discounts/coupons"
import { DISCOUNTS_MODULE, type DiscountsModuleService, readCoupons } from "../../../../../../modules/discounts"
import { requirePromotion } from "../../../../../../workflows/discounts/renewals/require-promotion"
import { saveCouponWorkflow } from "../../../../../../workflows/discounts/renewals/save-coupon"
import { pathId } from "../../../../../path-id"

/** On which bills of a subscription the promotion's code is given (B28). */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ coupon: CouponAnswer }>): Promise<void> {
  res.json({ coupon: await couponOf(req) })
}

export async function POST(
  req: MedusaRequest<SaveCoupon>,
  res: MedusaResponse<{ coupon: CouponAnswer }>,
): Promise<void> {
  const { renewal_cycles, ...body } = req.validatedBody
  const promotion_id = pathId(req.params.id, "Promotion")
  await saveCouponWorkflow(req.scope).run({ input: { promotion_id, renewal_cycles: renewal_cycles ?? null, ...body } })
  res.json({ coupon: await couponOf(req) })
}

async function couponOf(req: MedusaRequest<unknown>): Promise<CouponAnswer> {
  const { id, code } = await requirePromotion(req.scope, pathId(req.params.id, "Promotion"))
  const [stored] = await readCoupons(req.scope.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, [id])
  const { renewals = "first_only", renewal_cycles = null, version = 0 } = stored ?? {}
  return { promotion_id: id, code, renewals, renewal_cycles, version }
}
