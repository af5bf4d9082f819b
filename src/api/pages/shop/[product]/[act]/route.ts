import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { landing, LINK_ACTS } from "../../../../../rules/billing"
import { addByLink } from "../../../../../workflows/billing/offers/links/add-by-link"
import { landingSettings } from "../../../../../workflows/billing/offers/links/offer-links"
import { countAskOf } from "../../../../limit-asks"
import { cookiesOf } from "../../../cookies-of"
import { isOnlyFetched } from "../../../is-only-fetched"
import { pageContext } from "../../../page-context"
import { pageRoute } from "../../../page-route"
import { sendProblem } from "../../../send-page"

const COOKIE = "service_cart"
const COOKIE_PATH = "/pages/shop"
const COOKIE_MS = 30 * 24 * 60 * 60 * 1000
const MOST_UNITS = 1000
const ID = /^[\w.:-]{1,255}$/

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined)

function quantityOf(value: unknown): number | null {
  const typed = textOf(value) ?? "1"
  return /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_UNITS ? Number(typed) : null
}

/**
 * Adds a product to the visitor's cart and leads on to the merchant's storefront (B13). The cart is the query's, the cookie's, or
 * a new one. Where it leads to is asked first: a foreign address adds nothing, nor does a browser that fetches the link ahead of a click.
 */
export const GET = pageRoute(
  async (req: MedusaRequest, res: MedusaResponse) => {
    const act = LINK_ACTS.find((one) => one === req.params.act)
    const productId = req.params.product ?? ""
    const quantity = quantityOf(req.query.quantity)
    if (!act || !ID.test(productId)) {
      sendProblem(req, res, "not_found")
      return
    }
    const returnTo = typeof req.query.return_to === "string" ? req.query.return_to : undefined
    const land = (cartId: string) => landing(act, { settings: landingSettings(req.scope), cartId, returnTo })
    if (isOnlyFetched(req)) {
      res.status(503).setHeader("Cache-Control", "no-store").end()
      return
    }
    const lands = land("cart")
    if (!lands.ok || quantity === null || Array.isArray(req.query.return_to)) {
      sendProblem(req, res, lands.ok || lands.reason === "foreign" ? "link_wrong" : "not_sold")
      return
    }
    if (await countAskOf(req, "offer-link")) {
      sendProblem(req, res, "too_many")
      return
    }
    const asked = textOf(req.query.cart_id)
    const cartId = await addByLink(req.scope, {
      product_id: productId,
      cycle: textOf(req.query.cycle),
      quantity,
      cart_ids: [...(asked ? [asked] : []), ...cookiesOf(req, COOKIE)],
      region_id: textOf(req.query.region_id),
    })
    res.cookie(COOKIE, cartId, {
      httpOnly: true,
      sameSite: "lax",
      secure: pageContext(req).isSecure,
      path: COOKIE_PATH,
      maxAge: COOKIE_MS,
    })
    const landed = land(cartId)
    if (landed.ok) {
      res.redirect(303, landed.url)
    }
  },
  { refused: "not_sold", failed: "form_failed" },
)
