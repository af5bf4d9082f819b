import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { saveCouponStep, type SaveCouponInput } from "./steps/save-coupon"

/** Says on which bills of a subscription a promotion's code is given (B28). */
export const saveCouponWorkflow = createWorkflow(
  "discounts-save-coupon",
  (input: SaveCouponInput) => new WorkflowResponse(saveCouponStep(input)),
)
