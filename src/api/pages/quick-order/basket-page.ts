import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  quickOrderOfTurn,
  type QuickOrderRow,
} from "../../../modules/customers"
import { drawBasket } from "../../../pages/quick-order/draw-quick-order"
import type { BasketContentLine } from "../../../pages/quick-order/quick-order-content"
import type { QuickOrderNotice } from "../../../pages/quick-order/quick-order-texts"
import { basketKey, type CustomerProblem } from "../../../rules/customers"
import { readBasket, type Basket, type BasketLine } from "../../../workflows/customers/quick-orders/basket"
import { minimumOf } from "../../../workflows/customers/quick-orders/place-quick-order"
import { pageContext } from "../page-context"
import type { FormFields } from "./form-fields"
import type { OpenQuickOrder } from "./open-quick-order"
import { baseOf, sendQuickOrder } from "./page-parts"

interface Shown {
  basket?: Basket
  problems?: CustomerProblem[]
  /** What was typed, where the page is the answer to a form. */
  fields?: FormFields
  notice?: QuickOrderNotice | null
}

/** Answers with the basket, with what was typed and what is wrong with it. */
export async function sendBasket(
  req: MedusaRequest,
  res: MedusaResponse,
  open: OpenQuickOrder,
  { problems = [], fields, notice, ...given }: Shown = {},
): Promise<void> {
  const { customer, place, asOf } = open.context
  const basket = given.basket ?? (await readBasket(req.scope, open.context))
  const { knex } = req.scope.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const before = basket.turn > 0 ? await quickOrderOfTurn(knex, open.context.link.id, basket.turn - 1) : null
  const leftOut = typeof req.query.left_out === "string" ? req.query.left_out.slice(0, 500).split("\n") : []
  const html = drawBasket(
    {
      ...baseOf(req, open, notice),
      turn: basket.turn,
      lines: basket.lines.map((line) => lineOf(line, fields)),
      estimate: basket.estimate,
      changes: basket.changes,
      problems,
      minimum: minimumOf(req.scope, place.currencyCode),
      leftOut,
      today: asOf,
      values: fields ?? valuesOf(basket, before, open),
      asks: {
        email: customer.email === null && !customer.customer?.email,
        countries: customer.address ? null : place.countries,
      },
    },
    pageContext(req),
  )
  if (problems.length) {
    res.status(422)
  }
  sendQuickOrder(res, html)
}

/** What was said before, where the order was reviewed already; who and where of the order before it. */
function valuesOf({ order }: Basket, before: QuickOrderRow | null, { context: { place } }: OpenQuickOrder): FormFields {
  const { purchase_order_number, wanted_on, note } = order?.details ?? {}
  const address = order?.details.address ?? before?.details.address
  const email = order?.details.email ?? before?.details.email
  const values = { country_code: place.countryCode, ...address, email, purchase_order_number, wanted_on, note }
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  )
}

function lineOf({ item, variant, sum }: BasketLine, fields: FormFields | undefined): BasketContentLine {
  const order = variant?.item.kind === "order" ? variant.item : null
  const quantity = fields?.[`n-${basketKey(item)}`] ?? String(item.quantity)
  return {
    variantId: basketKey(item),
    title: variant?.productTitle ?? null,
    detail: variant?.title ?? "",
    quantity,
    yourPrice: order?.yourPrice ?? null,
    listPrice: order?.listPrice ?? null,
    // What was typed and not taken has no sum.
    sum: quantity === String(item.quantity) ? sum : null,
  }
}
