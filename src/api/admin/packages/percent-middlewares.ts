import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { priceDraftPercentArticles } from "../../../workflows/packages/orders/price-draft-percent-articles"
import { pricePercentArticlesWorkflow } from "../../../workflows/packages/orders/price-percent-articles"
import { beforeAnswer } from "../../before-answer"
import { pathId } from "../../path-id"

type Handler = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> | void
type Preview = "order_preview" | "draft_order_preview"

/** After each change of an edit, and after its discounts. */
const price =
  (key: Preview): Handler =>
  (req, res, next) => {
    beforeAnswer(res, next, async (body, isDone) => {
      if (!isDone || !body[key]) {
        return body
      }
      const order_id = pathId(req.params.id, "Order")
      const { result } = await pricePercentArticlesWorkflow(req.scope).run({ input: { order_id } })
      return result ? { ...body, [key]: await req.scope.resolve(Modules.ORDER).previewOrderChange(order_id) } : body
    })
  }

/** A draft that was made with its items. */
const priceDraft: Handler = (req, res, next) => {
  beforeAnswer(res, next, async (body, isDone) => {
    const draft = body.draft_order as { id: string } | undefined
    const actor_id = (req as AuthenticatedMedusaRequest).auth_context?.actor_id ?? ""
    if (!isDone || !draft || !(await priceDraftPercentArticles(req.scope, { order_id: draft.id, actor_id }))) {
      return body
    }
    const { data } = await req.scope
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "order", fields: req.queryConfig.fields, filters: { id: draft.id } })
    return { ...body, draft_order: data[0] }
  })
}

const changesOf = (items: string, packages: string, key: Preview): MiddlewareRoute[] => [
  { matcher: items, method: ["POST"], middlewares: [price(key)] },
  { matcher: `${items}/item/:item_id`, method: ["POST"], middlewares: [price(key)] },
  { matcher: `${items}/:action_id`, method: ["POST", "DELETE"], middlewares: [price(key)] },
  { matcher: packages, method: ["POST"], middlewares: [price(key)] },
  { matcher: `${packages}/:line_id`, method: ["POST", "DELETE"], middlewares: [price(key)] },
]

/** Percent articles in drafts and order edits (P11). Before those of the discounts, so that they run after them on an answer. */
export const percentArticleMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/draft-orders", method: ["POST"], middlewares: [priceDraft] },
  ...changesOf("/admin/draft-orders/:id/edit/items", "/admin/draft-orders/:id/packages", "draft_order_preview"),
  ...changesOf("/admin/order-edits/:id/items", "/admin/order-edits/:id/packages", "order_preview"),
]
