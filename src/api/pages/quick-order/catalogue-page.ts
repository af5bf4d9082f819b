import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMERS_MODULE, type CustomersModuleService, lastOrderOfProfile } from "../../../modules/customers"
import { drawCatalogue } from "../../../pages/quick-order/draw-quick-order"
import type { ContentVariant } from "../../../pages/quick-order/quick-order-content"
import { readBasket } from "../../../workflows/customers/quick-orders/basket"
import {
  readCatalogue,
  type CatalogueAsked,
  type ShownVariant,
} from "../../../workflows/customers/quick-orders/read-catalogue"
import { pageContext } from "../page-context"
import type { OpenQuickOrder } from "./open-quick-order"
import { baseOf, sendQuickOrder } from "./page-parts"

const LONGEST_SEARCH = 100
const LAST_PAGE = 10_000

const textOf = (value: unknown): string =>
  typeof value === "string"
    ? value
        .replace(/\p{Cc}/gu, "")
        .trim()
        .slice(0, LONGEST_SEARCH)
    : ""

/** Which part of the catalogue a query string asks for; what makes no sense is the first page of all. */
export function askedOf(query: Record<string, unknown>): CatalogueAsked {
  const page = /^\d{1,5}$/.test(String(query.page)) ? Number(query.page) : 1
  const group = textOf(query.group)
  return {
    search: textOf(query.q) || null,
    group: /^[\w-]{1,100}$/.test(group) ? group : null,
    page: Math.min(LAST_PAGE, Math.max(1, page)),
  }
}

/** Answers with the articles of a quick-order page. */
export async function sendCatalogue(req: MedusaRequest, res: MedusaResponse, open: OpenQuickOrder): Promise<void> {
  const asked = askedOf(req.query)
  const { knex } = req.scope.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const [catalogue, basket, lastOrder] = await Promise.all([
    readCatalogue(req.scope, open.context, asked),
    readBasket(req.scope, open.context),
    lastOrderOfProfile(knex, open.context.customer.profileId),
  ])
  const { products, count, pages, groups } = catalogue
  const html = drawCatalogue(
    {
      ...baseOf(req, open),
      search: asked.search ?? "",
      group: asked.group,
      groups,
      page: asked.page,
      pages,
      count,
      products: products.map((product) => ({ ...product, variants: product.variants.map(variantOf) })),
      basket: { count: basket.count, estimate: basket.estimate },
      hasLastOrder: lastOrder !== null,
    },
    pageContext(req),
  )
  sendQuickOrder(res, html)
}

const variantOf = ({ item, title, price, interval, setupFee, hasChoices }: ShownVariant): ContentVariant => ({
  variantId: item.variantId,
  title,
  isOnRequest: item.kind === "request",
  yourPrice: item.kind === "order" ? item.yourPrice : null,
  listPrice: item.kind === "order" ? item.listPrice : null,
  isTaxInclusive: price?.isTaxInclusive ?? false,
  interval,
  setupFee,
  tiers: price?.tiers ?? [],
  hasChoices,
})
