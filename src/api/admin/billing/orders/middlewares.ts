import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { id } from "../../../../contracts/id"
import { addDraftFees } from "../../../../workflows/billing/orders/add-draft-fees"
import { syncAdminFeesWorkflow } from "../../../../workflows/billing/orders/sync-admin-fees"
import { warnOfSale } from "../../../../workflows/billing/orders/warn-of-sale"
import { pathId } from "../../../path-id"
import { beforeAnswer } from "../../../before-answer"

/*
 * An admin's sale on Medusa's own routes for drafts, order edits and exchanges (decision 0025): a warning before what no
 * customer could order, and the set-up fees of what is added.
 */

type Handler = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> | void
type Preview = "order_preview" | "draft_order_preview"

interface Place {
  currencyCode: string
  regionId: string | null
}

interface SoldItems {
  items?: { variant_id?: string | null }[]
  region_id?: string
}

const actorOf = (req: MedusaRequest): string => (req as AuthenticatedMedusaRequest).auth_context?.actor_id ?? ""
const query = (req: MedusaRequest) => req.scope.resolve(ContainerRegistrationKeys.QUERY)

/** Drafts and orders are named by their own id, exchanges by the exchange's. */
async function orderIdOf(req: MedusaRequest, of: "order" | "exchange"): Promise<string | null> {
  const id = pathId(req.params.id, of === "order" ? "Order" : "Exchange")
  if (of === "order") {
    return id
  }
  const { data } = await query(req).graph({ entity: "order_exchange", fields: ["order_id"], filters: { id } })
  return data[0]?.order_id ?? null
}

async function placeOf(req: MedusaRequest, orderId: string): Promise<Place | null> {
  const fields = ["currency_code", "region_id"]
  const { data } = await query(req).graph({ entity: "order", fields, filters: { id: orderId } })
  const [order] = data
  return order ? { currencyCode: order.currency_code, regionId: order.region_id ?? null } : null
}

async function placeOfRegion(req: MedusaRequest, regionId: string): Promise<Place | null> {
  const fields = ["id", "currency_code"]
  const { data } = await query(req).graph({ entity: "region", fields, filters: { id: regionId } })
  return data[0] ? { currencyCode: data[0].currency_code, regionId } : null
}

/** Before an item is added. What does not exist is left to Medusa to refuse. */
const warn =
  (of: "order" | "exchange" | "new"): Handler =>
  async (req, _res, next) => {
    const { items = [], region_id } = (req.validatedBody ?? {}) as SoldItems
    const variantIds = items.map(({ variant_id }) => variant_id ?? null)
    if (variantIds.some((id) => id !== null)) {
      const orderId = of === "new" ? null : await orderIdOf(req, of)
      const place = of === "new" ? await placeOfRegion(req, region_id ?? "") : orderId && (await placeOf(req, orderId))
      if (place) {
        await warnOfSale(req.scope, { sale: req.params.id ?? "new", actorId: actorOf(req), variantIds, place })
      }
    }
    next()
  }

/** Before a package is added by a route of its own, whose body is checked afterwards. */
const warnOfPackage: Handler = async (req, _res, next) => {
  const { variant_id } = (req.body ?? {}) as { variant_id?: unknown }
  const { data: variantId } = id.safeParse(variant_id)
  const place = variantId === undefined ? null : await placeOf(req, pathId(req.params.id, "Order"))
  if (variantId !== undefined && place) {
    const sale = { sale: req.params.id ?? "", actorId: actorOf(req), variantIds: [variantId], place }
    await warnOfSale(req.scope, { ...sale, fieldOf: () => "variant_id" })
  }
  next()
}

/** After a change of an edit: its set-up fees follow, and the answer shows them. */
const addFees =
  (of: "order" | "exchange", key: Preview): Handler =>
  (req, res, next) => {
    beforeAnswer(res, next, async (body, isDone) => {
      const order_id = isDone && body[key] ? await orderIdOf(req, of) : null
      if (!order_id) {
        return body
      }
      await syncAdminFeesWorkflow(req.scope).run({ input: { order_id } })
      return { ...body, [key]: await req.scope.resolve(Modules.ORDER).previewOrderChange(order_id) }
    })
  }

/** A draft that was made with its items. The discounts' own step reads it again for the answer. */
const addFeesOfDraft: Handler = (req, res, next) => {
  beforeAnswer(res, next, async (body, isDone) => {
    const draft = body.draft_order as { id: string } | undefined
    if (isDone && draft) {
      await addDraftFees(req.scope, { order_id: draft.id, actor_id: actorOf(req) })
    }
    return body
  })
}

const EDIT = "/admin/order-edits/:id/items"
const DRAFT = "/admin/draft-orders/:id/edit/items"
const EXCHANGE = "/admin/exchanges/:id/outbound/items"

const changesOf = (path: string, middleware: Handler): MiddlewareRoute[] => [
  { matcher: `${path}/item/:item_id`, method: ["POST"], middlewares: [middleware] },
  { matcher: `${path}/:action_id`, method: ["POST", "DELETE"], middlewares: [middleware] },
]

/** A package may have a set-up fee of its own. */
const packagesOf = (path: string, middleware: Handler): MiddlewareRoute[] => [
  { matcher: `${path}/packages`, method: ["POST"], middlewares: [warnOfPackage, middleware] },
  { matcher: `${path}/packages/:line_id`, method: ["POST", "DELETE"], middlewares: [middleware] },
]

/**
 * After those of the discounts in the list, so that they run before them on an answer: discounts see the fees.
 */
export const adminSaleMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/draft-orders", method: ["POST"], middlewares: [warn("new"), addFeesOfDraft] },
  { matcher: EDIT, method: ["POST"], middlewares: [warn("order"), addFees("order", "order_preview")] },
  { matcher: DRAFT, method: ["POST"], middlewares: [warn("order"), addFees("order", "draft_order_preview")] },
  { matcher: EXCHANGE, method: ["POST"], middlewares: [warn("exchange"), addFees("exchange", "order_preview")] },
  ...packagesOf("/admin/order-edits/:id", addFees("order", "order_preview")),
  ...packagesOf("/admin/draft-orders/:id", addFees("order", "draft_order_preview")),
  ...changesOf(EDIT, addFees("order", "order_preview")),
  ...changesOf(DRAFT, addFees("order", "draft_order_preview")),
  ...changesOf(EXCHANGE, addFees("exchange", "order_preview")),
]
