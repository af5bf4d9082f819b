import type { MiddlewareRoute } from "@medusajs/framework/http"
import { simulateSchema } from "../../../contracts/discounts/answers"
import {
  createArticleDiscountSchema,
  createAssignmentSchema,
  updateArticleDiscountSchema,
  updateAssignmentSchema,
} from "../../../contracts/discounts/article-discounts"
import { articlePositionsSchema, saveArticleSchema, saveEligibilitySchema } from "../../../contracts/discounts/articles"
import {
  createOrderDiscountSchema,
  orderDiscountPositionsSchema,
  updateOrderDiscountSchema,
} from "../../../contracts/discounts/order-discounts"
import { saveSettingsSchema } from "../../../contracts/discounts/settings"
import { validateBody } from "../../validate-body"

const BODIES = [
  ["/admin/discounts/article-discounts", createArticleDiscountSchema],
  ["/admin/discounts/article-discounts/:id", updateArticleDiscountSchema],
  ["/admin/discounts/order-discounts", createOrderDiscountSchema],
  ["/admin/discounts/order-discounts/positions", orderDiscountPositionsSchema],
  ["/admin/discounts/order-discounts/:id", updateOrderDiscountSchema],
  ["/admin/discounts/articles/:level/:target_id", saveArticleSchema],
  ["/admin/discounts/articles/:level/:target_id/positions", articlePositionsSchema],
  ["/admin/discounts/eligibility", saveEligibilitySchema],
  ["/admin/discounts/assignments", createAssignmentSchema],
  ["/admin/discounts/assignments/:id", updateAssignmentSchema],
  ["/admin/discounts/settings", saveSettingsSchema],
  ["/admin/discounts/simulate", simulateSchema],
] as const

export const discountMiddlewares: MiddlewareRoute[] = BODIES.map(([matcher, schema]) => ({
  matcher,
  method: "POST",
  middlewares: [validateBody(schema)],
}))
