import type { MedusaContainer } from "@medusajs/framework/types"
import type { CartPlan, LineRecord, PlannedLine } from "../../../rules/cart"
import { compare, type Decimal } from "../../../rules/money"
import { contentLineOf, isPercentArticle, markPercentLines, percentLineOf, percentStage } from "../../../rules/packages"
import { LINE_IDS } from "../../cart/line-ids"
import { dependentLinesOfOrder } from "../../ports/dependent-lines"
import { loadArticles } from "../catalog/load-articles"
import { loadPackageSale, type PackageSale } from "./load-package-sale"

/** A percent article's line, with the price that it should have. */
export interface PercentPrice {
  lineId: string
  unitPrice: Decimal
}

/**
 * The prices that percent articles of a draft, or those that an order's open edit adds, should have (P11): by the rule that
 * carts use, on what our discounts leave of all articles. Those that have theirs are left out.
 */
export async function planPercentArticles(container: MedusaContainer, orderId: string): Promise<PercentPrice[]> {
  const sale = await loadPackageSale(container, orderId)
  const { order } = sale
  const mayChange = ({ line }: PlannedLine): boolean => order.isDraft || sale.added.has(line.id)
  const variants = sale.lines.flatMap(({ line, record }) => articleOf(line, record))
  const { currencyCode, regionId, customerId, customer } = order
  const context = { currencyCode, regionId, customerId, customerGroupIds: customer?.groupIds }
  const articles = await loadArticles(container, variants, context)
  if (![...articles.values()].some(isPercentArticle)) {
    return []
  }
  const plan = markPercentLines(await planOf(container, sale), articles)
  const priced = percentStage(plan, articles)
  return priced.lines.flatMap((planned, index) => {
    const before = plan.lines[index]?.line
    const { line, identity } = planned
    const isPercent = percentLineOf(identity?.payload) ?? contentLineOf(identity?.payload)?.reason === "percentage"
    const isSame = before?.quantity === line.quantity && compare(before.unitPrice, line.unitPrice) === 0
    return isPercent && mayChange(planned) && !isSame ? [{ lineId: line.id, unitPrice: line.unitPrice }] : []
  })
}

function articleOf({ productId, variantId }: PlannedLine["line"], record: LineRecord | null) {
  const content = contentLineOf(record?.payload)
  if (content) {
    return [{ productId: content.product_id, variantId: content.variant_id }]
  }
  return productId === null || variantId === null ? [] : [{ productId, variantId }]
}

/** The order's articles, with what its discounts take off each; fees are no articles. */
async function planOf(container: MedusaContainer, { order, lines, taken }: PackageSale): Promise<CartPlan> {
  const all = lines.map(({ line }) => line)
  const dependent = await dependentLinesOfOrder(container, { cartId: order.cartId, lines: all })
  const lineOfRecord = new Map(lines.flatMap(({ line, record }) => (record ? [[record.id, line.id]] : [])))
  const counted = lines
    .filter(({ line, record }) => record !== null || !dependent.has(line.id) || line.variantId !== null)
    .map((planned): PlannedLine => {
      const { identity, line } = planned
      const parentLineId = lineOfRecord.get(identity?.parentLineId ?? "") ?? null
      return {
        ...planned,
        identity: identity && { ...identity, parentLineId },
        taken: [],
        takenByOthers: taken.get(line.id) ?? "0",
      }
    })
  const cart = { id: order.id, currencyCode: order.currencyCode, locale: null, lines: [], records: [] }
  return { cart, ids: LINE_IDS, lines: counted, explanations: [] }
}
