import type {
  AuthContext,
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clientMetadata } from "../../../rules/cart"
import { validateLineRemoval } from "../../../workflows/cart/refuse-dependent-change"
import { beginAddition } from "../../../workflows/cart/binding/begin-addition"
import { bindNewCart } from "../../../workflows/cart/binding/bind-new-cart"
import { metadataOfAddition, metadataOfUpdate } from "../../../workflows/cart/line-metadata"
import { refreshShownDiscounts, refreshStaleDiscounts } from "../../../workflows/discounts/cart/refresh-stale-discounts"
import { beginAnswer } from "../../../workflows/orders/answers-first"
import { beforeAnswer } from "../../before-answer"

type Metadata = Record<string, unknown> | null | undefined

/** The bodies as Medusa's own validators, which run before, have let them through. */
type CreateCartBody = { id?: string; email?: string | null; items?: { metadata?: Metadata }[] }
type AddLineBody = { variant_id: string; metadata?: Metadata }
type UpdateLineBody = { metadata?: Metadata }

function dropKeysOfNewCart(req: MedusaRequest<CreateCartBody>, _res: MedusaResponse, next: MedusaNextFunction): void {
  for (const item of req.validatedBody.items ?? []) {
    if (item.metadata) {
      item.metadata = clientMetadata(item.metadata)
    }
  }
  next()
}

/**
 * A visitor's e-mail address gives the new cart to nobody's account. Medusa's route takes the cart's customer from
 * `auth_context` alone, so a guest's row stands there for the rest of this request.
 */
async function bindNewCartOfVisitor(
  req: AuthenticatedMedusaRequest<CreateCartBody>,
  _res: MedusaResponse,
  next: MedusaNextFunction,
) {
  const { email } = req.validatedBody
  const isVisitor = !(req.auth_context as AuthContext | undefined)?.actor_id
  const binding = isVisitor && email ? await bindNewCart(req.scope, email) : null
  if (binding?.kind === "guest") {
    req.auth_context = guestContext(binding.customerId)
  } else if (binding) {
    req.validatedBody.id = binding.cartId
  }
  next()
}

const guestContext = (customerId: string): AuthContext => ({
  actor_id: customerId,
  actor_type: "customer",
  auth_identity_id: "",
  app_metadata: {},
  user_metadata: {},
})

/** Of two additions of the same at once, the second joins the line of the first. */
async function keepKeyOfAddition(req: MedusaRequest<AddLineBody>, res: MedusaResponse, next: MedusaNextFunction) {
  const body = req.validatedBody
  const cartId = req.params.id ?? ""
  const end = await beginAddition(req.scope, cartId)
  res.once("close", end)
  if (res.closed) {
    // Who asked has gone while waiting.
    end()
  }
  const metadata = await metadataOfAddition(req.scope, {
    cartId,
    variantId: body.variant_id,
    metadata: body.metadata,
  })
  if (body.metadata || Object.keys(metadata).length) {
    body.metadata = metadata
  }
  next()
}

async function keepKeyOfUpdate(req: MedusaRequest<UpdateLineBody>, _res: MedusaResponse, next: MedusaNextFunction) {
  const body = req.validatedBody
  if (body.metadata !== undefined) {
    body.metadata = await metadataOfUpdate(req.scope, { lineId: req.params.line_id ?? "", metadata: body.metadata })
  }
  next()
}

async function refuseRemovalOfDependent(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  await validateLineRemoval(req.scope, req.params.id ?? "", req.params.line_id ?? "")
  next()
}

/** The order's handling waits until the buyer has the answer. */
function answerFirst(_req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  res.once("close", beginAnswer())
  next()
}

async function refreshDiscounts(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  await refreshStaleDiscounts(req.scope, req.params.id ?? "")
  next()
}

/** Taxes that a storefront asks for can change what the order is worth without them, and so its discounts (D15). */
function refreshAfterTaxes(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  beforeAnswer(res, next, async (body, isDone) => {
    const id = req.params.id ?? ""
    if (!isDone || !(await refreshShownDiscounts(req.scope, id))) {
      return body
    }
    const { data } = await req.scope
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "cart", fields: req.queryConfig.fields, filters: { id } })
    return { ...body, cart: data[0] }
  })
}

/** Present in Medusa's own fields of a cart, whose adjustments are without a name. */
const DEFAULT_FIELD = "items.adjustments.amount"
const NAME_FIELD = "items.adjustments.description"

/** A cart that is asked for without fields of its own shows the names of its discounts, too. */
function showNames(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  const fields: string[] | undefined = req.queryConfig?.fields
  if (fields?.includes(DEFAULT_FIELD) && !fields.includes(NAME_FIELD)) {
    fields.push(NAME_FIELD)
  }
  next()
}

/** Medusa's own cart routes still answer; these middlewares protect the server's line keys and accounts, and show names. */
export const storeCartMiddlewares: MiddlewareRoute[] = [
  { method: "POST", matcher: "/store/carts", middlewares: [showNames] },
  { method: ["GET", "POST"], matcher: "/store/carts/:id", middlewares: [showNames] },
  ...[
    "line-items",
    "line-items/:line_id",
    "promotions",
    "shipping-methods",
    "taxes",
    "customer",
    "packages",
    "packages/:line_id",
  ].map((path): MiddlewareRoute => ({
    method: ["POST", "DELETE"],
    matcher: `/store/carts/:id/${path}`,
    middlewares: [showNames],
  })),
  { method: "POST", matcher: "/store/carts", middlewares: [dropKeysOfNewCart, bindNewCartOfVisitor] },
  { method: "POST", matcher: "/store/carts/:id/line-items", middlewares: [keepKeyOfAddition] },
  { method: "POST", matcher: "/store/carts/:id/line-items/:line_id", middlewares: [keepKeyOfUpdate] },
  { method: "DELETE", matcher: "/store/carts/:id/line-items/:line_id", middlewares: [refuseRemovalOfDependent] },
  { method: "POST", matcher: "/store/carts/:id/taxes", middlewares: [refreshAfterTaxes] },
  { method: "POST", matcher: "/store/carts/:id/complete", middlewares: [answerFirst, refreshDiscounts] },
]
