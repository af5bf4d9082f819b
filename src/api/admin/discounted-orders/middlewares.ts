import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import {
  placeOrderRecordOf,
  releaseOrderRecordOf,
  reserveOrderRecordOf,
} from "../../../workflows/discounts/orders/reserve-order-record"
import { restoreProviderIds } from "../../../workflows/discounts/orders/restore-provider-ids"
import { syncAsShown, type Confirmed } from "../../../workflows/discounts/orders/sync-as-shown"
import { syncDraftOrderWorkflow } from "../../../workflows/discounts/orders/sync-draft-order"
import { syncOrderEditWorkflow } from "../../../workflows/discounts/orders/sync-order-edit"
import { pathId } from "../../path-id"
import { beforeAnswer } from "../../before-answer"

type Handler = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> | void

const today = (req: MedusaRequest) => req.scope.resolve<CoreModuleService>(CORE_MODULE).today()

async function syncEdit(req: MedusaRequest, orderId: string): Promise<void> {
  await syncOrderEditWorkflow(req.scope).run({ input: { order_id: orderId, as_of: await today(req) } })
}

async function syncDraft(req: MedusaRequest, orderId: string): Promise<void> {
  await syncDraftOrderWorkflow(req.scope).run({ input: { order_id: orderId, as_of: await today(req) } })
}

/** The order that a path is about. */
type OrderOf = (req: MedusaRequest) => Promise<string>

const ownOrder: OrderOf = async (req) => pathId(req.params.id, "Order")
const orderOfExchange: OrderOf = async (req) =>
  (await req.scope.resolve(Modules.ORDER).retrieveOrderExchange(pathId(req.params.id, "Exchange"))).order_id
const orderOfClaim: OrderOf = async (req) =>
  (await req.scope.resolve(Modules.ORDER).retrieveOrderClaim(pathId(req.params.id, "Claim"))).order_id

/** After each change of an edit: updates its discounts and shows them in the answer. */
const showInPreview =
  (key: "order_preview" | "draft_order_preview", orderOf: OrderOf = ownOrder): Handler =>
  async (req, res, next) => {
    const id = await orderOf(req)
    beforeAnswer(res, next, async (body, isDone) => {
      if (!isDone || !body[key]) {
        return body
      }
      await syncEdit(req, id)
      return { ...body, [key]: await req.scope.resolve(Modules.ORDER).previewOrderChange(id) }
    })
  }

/** The edit's own switch: whether it carries the order's promotions over. */
const showAfterSwitch: Handler = (req, res, next) => {
  beforeAnswer(res, next, async (body, isDone) => {
    if (isDone) {
      const change = await req.scope.resolve(Modules.ORDER).retrieveOrderChange(pathId(req.params.id, "Order change"))
      await syncEdit(req, change.order_id)
    }
    return body
  })
}

/** A new draft, or a draft whose customer changes, with its open edit if there is one. */
const showInDraft: Handler = (req, res, next) => {
  beforeAnswer(res, next, async (body, isDone) => {
    const draft = body.draft_order as { id: string } | undefined
    if (!isDone || !draft) {
      return body
    }
    await syncDraft(req, draft.id)
    await syncEdit(req, draft.id)
    const { data } = await req.scope
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "order", fields: req.queryConfig.fields, filters: { id: draft.id } })
    return { ...body, draft_order: data[0] }
  })
}

/** A draft's edit is confirmed: the draft is no order yet, so nothing is recorded. */
const confirmDraftEdit: Handler = async (req, res, next) => {
  const id = pathId(req.params.id, "Order")
  await syncAsShown(req.scope, { order_id: id, as_of: await today(req) }, "edit")
  beforeAnswer(res, next, async (body, isDone) => {
    if (!isDone) {
      return body
    }
    await restoreProviderIds(req.scope, id)
    return { ...body, draft_order_preview: await req.scope.resolve(Modules.ORDER).previewOrderChange(id) }
  })
}

/**
 * Before confirmation: evaluates again, refuses a total that nobody has seen, reserves the uses and writes the record.
 * After it: makes the record final, or releases it.
 */
const sell =
  (of: Confirmed, orderOf: OrderOf = ownOrder): Handler =>
  async (req, res, next) => {
    const id = await orderOf(req)
    const input = { order_id: id, as_of: await today(req) }
    await syncAsShown(req.scope, input, of)
    const recordId = await reserveOrderRecordOf(req.scope, { ...input, of })
    beforeAnswer(res, next, async (body, isDone) => {
      if (isDone) {
        await restoreProviderIds(req.scope, id)
      }
      if (recordId !== null) {
        await (isDone ? placeOrderRecordOf(req.scope, recordId, new Date()) : releaseOrderRecordOf(req.scope, recordId))
      }
      return body
    })
  }

const EDIT = "/admin/order-edits/:id"
const DRAFT = "/admin/draft-orders/:id"

const ofOrderEdits: [string, ("POST" | "DELETE")[]][] = [
  [`${EDIT}/items`, ["POST"]],
  [`${EDIT}/packages`, ["POST"]],
  [`${EDIT}/packages/:line_id`, ["POST", "DELETE"]],
  [`${EDIT}/items/item/:item_id`, ["POST"]],
  [`${EDIT}/items/:action_id`, ["POST", "DELETE"]],
  [`${EDIT}/shipping-method`, ["POST"]],
  [`${EDIT}/shipping-method/:action_id`, ["POST", "DELETE"]],
  [`${EDIT}/request`, ["POST"]],
]

const ofDraftEdits: [string, ("POST" | "DELETE")[]][] = [
  [`${DRAFT}/edit`, ["POST"]],
  [`${DRAFT}/edit/items`, ["POST"]],
  [`${DRAFT}/packages`, ["POST"]],
  [`${DRAFT}/packages/:line_id`, ["POST", "DELETE"]],
  [`${DRAFT}/edit/items/item/:item_id`, ["POST"]],
  [`${DRAFT}/edit/items/:action_id`, ["POST", "DELETE"]],
  [`${DRAFT}/edit/promotions`, ["POST", "DELETE"]],
  [`${DRAFT}/edit/shipping-methods`, ["POST"]],
  [`${DRAFT}/edit/shipping-methods/method/:method_id`, ["POST"]],
  [`${DRAFT}/edit/shipping-methods/:action_id`, ["POST", "DELETE"]],
  [`${DRAFT}/edit/request`, ["POST"]],
]

/** What is sold in an exchange or a claim has the discounts of a sale; what comes back changes what counts for them. */
const OF_CHANGES: [string, ("POST" | "DELETE")[]][] = [
  ["/inbound/items", ["POST"]],
  ["/inbound/items/:action_id", ["POST", "DELETE"]],
  ["/inbound/shipping-method", ["POST"]],
  ["/inbound/shipping-method/:action_id", ["POST", "DELETE"]],
  ["/outbound/items", ["POST"]],
  ["/outbound/items/:action_id", ["POST", "DELETE"]],
  ["/outbound/shipping-method", ["POST"]],
  ["/outbound/shipping-method/:action_id", ["POST", "DELETE"]],
]

const ofChange = (path: string, orderOf: OrderOf, more: typeof OF_CHANGES = []): MiddlewareRoute[] => [
  ...[...OF_CHANGES, ...more].map(([rest, method]) => ({
    matcher: path + rest,
    method,
    middlewares: [showInPreview("order_preview", orderOf)],
  })),
  { matcher: `${path}/request`, method: ["POST"], middlewares: [sell("edit", orderOf)] },
]

/** Keeps discounts right on Medusa's own routes for drafts, order edits, exchanges and claims (D21). */
export const discountedOrderMiddlewares: MiddlewareRoute[] = [
  ...ofOrderEdits.map(([matcher, method]) => ({ matcher, method, middlewares: [showInPreview("order_preview")] })),
  ...ofDraftEdits.map(([matcher, method]) => ({
    matcher,
    method,
    middlewares: [showInPreview("draft_order_preview")],
  })),
  ...ofChange("/admin/exchanges/:id", orderOfExchange),
  ...ofChange("/admin/claims/:id", orderOfClaim, [
    ["/claim-items", ["POST"]],
    ["/claim-items/:action_id", ["POST", "DELETE"]],
  ]),
  { matcher: "/admin/order-changes/:id", method: ["POST"], middlewares: [showAfterSwitch] },
  { matcher: "/admin/draft-orders", method: ["POST"], middlewares: [showInDraft] },
  { matcher: DRAFT, method: ["POST"], middlewares: [showInDraft] },
  { matcher: `${DRAFT}/edit/confirm`, method: ["POST"], middlewares: [confirmDraftEdit] },
  { matcher: `${EDIT}/confirm`, method: ["POST"], middlewares: [sell("edit")] },
  { matcher: `${DRAFT}/convert-to-order`, method: ["POST"], middlewares: [sell("draft")] },
]
