import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { WhySale } from "../../../contracts/discounts/answers"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  saleOfCart,
  saleOfOrder,
  type SaleRecord,
  salesOfOrder,
} from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { evaluateDiscounts, presentLine } from "../../../rules/discounts"
import { loadDiscountCart, type DiscountCart } from "../cart/load-discount-cart"
import { findDiscountFacts } from "../cart/load-discount-facts"
import { termsOfCart } from "../cart/terms-of-cart"
import { traceOfSale, type SaleTrace } from "../../../rules/discounts/records/sale-trace"

/** The visitor's groups are written down with a cart's sale. */
type RecordedTrace = SaleTrace & { groups?: string[] }

const notFound = (what: string, id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `${what} with id: ${id} was not found`)

/** Why an order's lines cost what they do, from its record, version by version (D22). */
export async function whyOrder(container: MedusaContainer, orderId: string): Promise<WhySale[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const [order] = await container.resolve(Modules.ORDER).listOrders({ id: orderId }, { select: ["id"] })
  if (!order) {
    throw notFound("Order", orderId)
  }
  const sales = await salesOfOrder(knex, orderId)
  const waiting = sales.length ? null : await saleOfOrder(knex, orderId)
  return [...sales, ...(waiting ? [waiting] : [])].map(presentSale)
}

/** Why a cart's lines cost what they do: from its record where it was completed, else as the rule says now. */
export async function whyCart(container: MedusaContainer, cartId: string, asOf: CivilDate): Promise<WhySale[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const record = await saleOfCart(knex, cartId)
  if (record?.placed_at) {
    return [presentSale(record)]
  }
  const cart = await loadDiscountCart(container, cartId)
  if (!cart) {
    throw notFound("Cart", cartId)
  }
  return saleOfOpenCart(container, cart, asOf)
}

async function saleOfOpenCart(container: MedusaContainer, cart: DiscountCart, asOf: CivilDate): Promise<WhySale[]> {
  const facts = await findDiscountFacts(container, cart, { asOf, ...(await termsOfCart(container, cart)) })
  if (!facts) {
    return []
  }
  const titles = new Map((cart.items ?? []).map((item) => [item.id, item.title ?? ""]))
  const trace = { ...traceOfSale(facts, evaluateDiscounts(facts), { titles }), groups: facts.groups }
  const { currencyCode: currency_code, channel } = facts
  return [presentSale({ version: 1, as_of: asOf, channel, currency_code, trace, placed_at: null })]
}

function presentSale(
  sale: Pick<SaleRecord, "version" | "as_of" | "channel" | "currency_code" | "trace" | "placed_at">,
): WhySale {
  const trace = sale.trace as RecordedTrace
  return {
    version: sale.version,
    as_of: sale.as_of,
    channel: sale.channel,
    currency_code: sale.currency_code,
    order_value: trace.orderValue,
    groups: trace.groups ?? [],
    placed: sale.placed_at !== null,
    lines: trace.lines.map((line) => ({ ...presentLine(line), line_id: line.id })),
  }
}
