import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { addDraftPackages } from "../../../workflows/packages/orders/add-draft-packages"
import { checkNewPackages } from "../../../workflows/packages/orders/check-new-packages"
import { refuseOutboundPackages } from "../../../workflows/packages/orders/refuse-outbound-packages"
import { refuseContentLine } from "../../../workflows/packages/orders/refuse-content-line"
import { refuseUndatedRentals } from "../../../workflows/packages/orders/refuse-undated-rentals"
import { settleEditedRecords } from "../../../workflows/packages/orders/settle-edited-records"
import {
  holdStockOfOrder,
  releaseHeldStock,
  settleHeldStock,
} from "../../../workflows/packages/stock/hold-stock-of-order"
import { beforeAnswer } from "../../before-answer"
import { storeNow } from "../../now"
import { pathId } from "../../path-id"
import { changePackages } from "./change-packages"

type Handler = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> | void
type Preview = "order_preview" | "draft_order_preview"

/** A content is neither changed nor removed by itself: its package is (P17). */
const refuseContent: Handler = async (req, _res, next) => {
  const { item_id, action_id } = req.params
  await refuseContentLine(req.scope, pathId(req.params.id, "Order"), { lineId: item_id, actionId: action_id })
  next()
}

/** After Medusa's own routes: contents follow their packages, and a package that was added gets its defaults. */
const follow =
  (key: Preview): Handler =>
  (req, res, next) => {
    beforeAnswer(res, next, async (body, isDone) =>
      isDone && body[key] ? { ...body, [key]: await changePackages(req, { kind: "follow" }) } : body,
    )
  }

/** What a confirmed edit has made of packages counts from then on. */
const settle =
  (key: Preview): Handler =>
  (req, res, next) => {
    beforeAnswer(res, next, async (body, isDone) => {
      if (isDone && body[key]) {
        await settleEditedRecords(req.scope, pathId(req.params.id, "Order"))
      }
      return body
    })
  }

/** Before a draft becomes an order, and an edit is confirmed: what it needs of stock is held, or it is refused (P18). */
const hold: Handler = async (req, res, next) => {
  const held = await holdStockOfOrder(req.scope, pathId(req.params.id, "Order"))
  beforeAnswer(res, next, async (body, isDone) => {
    await (isDone ? settleHeldStock(req.scope, held) : releaseHeldStock(req.scope, held))
    return body
  })
}

/** Before something is sent by an exchange or a claim. */
const refuseOutbound: Handler = async (req, _res, next) => {
  const { items = [] } = (req.validatedBody ?? {}) as { items?: { variant_id?: string | null }[] }
  await refuseOutboundPackages(
    req.scope,
    items.map(({ variant_id }) => variant_id),
  )
  next()
}

/** Before Medusa's own routes add items to a draft or an edit. */
const refuseRentals: Handler = async (req, _res, next) => {
  const { items = [] } = (req.validatedBody ?? {}) as { items?: { variant_id?: string | null }[] }
  await refuseUndatedRentals(
    req.scope,
    items.map(({ variant_id }) => variant_id),
  )
  next()
}

/** Before Medusa's own routes add packages to an open edit. */
const checkPackages: Handler = async (req, _res, next) => {
  const { items = [] } = (req.validatedBody ?? {}) as { items?: { variant_id?: string | null; quantity?: number }[] }
  await checkNewPackages(req.scope, {
    ...{ order_id: pathId(req.params.id, "Order"), items },
    now: await storeNow(req.scope),
  })
  next()
}

/** Before a draft becomes an order that was made without our routes: what is in its packages goes with it. */
const addMissing: Handler = async (req, _res, next) => {
  const actor_id = (req as AuthenticatedMedusaRequest).auth_context?.actor_id ?? ""
  const order_id = pathId(req.params.id, "Order")
  await addDraftPackages(req.scope, { order_id, actor_id, now: await storeNow(req.scope) })
  next()
}

/** A draft that was made with its items. The discounts' own step reads it again for the answer. */
const addPackagesOfDraft: Handler = (req, res, next) => {
  beforeAnswer(res, next, async (body, isDone) => {
    const draft = body.draft_order as { id: string } | undefined
    if (isDone && draft) {
      const actor_id = (req as AuthenticatedMedusaRequest).auth_context?.actor_id ?? ""
      await addDraftPackages(req.scope, { order_id: draft.id, actor_id, now: await storeNow(req.scope) })
    }
    return body
  })
}

const EDIT = "/admin/order-edits/:id"
const DRAFT = "/admin/draft-orders/:id"

const routesOf = (items: string, key: Preview): MiddlewareRoute[] => [
  { matcher: items, method: ["POST"], middlewares: [refuseRentals, checkPackages, follow(key)] },
  { matcher: `${items}/item/:item_id`, method: ["POST"], middlewares: [refuseContent, follow(key)] },
  { matcher: `${items}/:action_id`, method: ["POST", "DELETE"], middlewares: [refuseContent, follow(key)] },
]

/** Packages in drafts and order edits (P23). After those of the discounts and of set-up fees, so that these see the contents. */
export const orderPackageMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/draft-orders", method: ["POST"], middlewares: [refuseRentals, addPackagesOfDraft] },
  ...routesOf(`${DRAFT}/edit/items`, "draft_order_preview"),
  ...routesOf(`${EDIT}/items`, "order_preview"),
  ...["/admin/exchanges/:id", "/admin/claims/:id"].map((path): MiddlewareRoute => ({
    ...{ matcher: `${path}/outbound/items`, method: ["POST"], middlewares: [refuseOutbound] },
  })),
  { matcher: `${DRAFT}/edit/confirm`, method: ["POST"], middlewares: [settle("draft_order_preview")] },
  { matcher: `${EDIT}/confirm`, method: ["POST"], middlewares: [hold, settle("order_preview")] },
  { matcher: `${DRAFT}/convert-to-order`, method: ["POST"], middlewares: [addMissing, hold] },
]
