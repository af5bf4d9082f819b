import type {
  AddItemAdjustmentAction,
  ComputeActionContext,
  IPromotionModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { restOf, type OrderAdjustmentFacts, type TakenOff } from "../../../rules/discounts/orders/order-adjustments"
import { isPositive } from "../../../rules/money"
import { decimalOf } from "../cart/evaluation-context"
import type { DiscountedOrder, OrderItem, OrderState } from "./order-state"

type Computed = Awaited<ReturnType<IPromotionModuleService["computeActions"]>>[number]
/** The promotion module also returns `is_tax_inclusive`, which its type lacks. */
type AddedAdjustment = AddItemAdjustmentAction & { is_tax_inclusive?: boolean }

const isAdded = (one: Computed): one is AddedAdjustment => one.action === "addItemAdjustment"

/**
 * Recalculates the order's promotions on what the discounts leave of its lines (D19). Lines that are `leftOut` would count
 * as pieces bought.
 */
export async function promotionsOnRemainder(
  container: MedusaContainer,
  { order, items }: Pick<OrderState, "order" | "items">,
  { lines, leftOut }: { lines: TakenOff[]; leftOut: ReadonlySet<string> },
): Promise<TakenOff[]> {
  const codes = codesOf(order)
  if (!codes.length) {
    return lines.map((line) => ({ ...line, promotions: [] }))
  }
  const counted = lines.filter(({ line }) => !leftOut.has(line.id))
  const context = await contextOf(container, { order, items }, counted)
  // An order has used its promotions already; a draft has not, and its limits are checked on conversion.
  const options = { skip_usage_limit_checks: !order.is_draft_order }
  const actions = await container.resolve(Modules.PROMOTION).computeActions(codes, context, options)
  const added = actions.filter(isAdded)
  const ids = await promotionIds(container, [...new Set(added.map(({ code }) => code))])
  return lines.map((line) => ({
    ...line,
    promotions: added
      .filter(({ item_id, amount }) => item_id === line.line.id && isPositive(decimalOf(amount)))
      .map((one) => asAdjustment(one, ids.get(one.code) ?? null)),
  }))
}

export const codesOf = ({ promotions }: DiscountedOrder): string[] =>
  (promotions ?? []).flatMap((promotion) => promotion?.code ?? [])

const asAdjustment = (one: AddedAdjustment, promotion_id: string | null): OrderAdjustmentFacts => ({
  item_id: one.item_id,
  amount: decimalOf(one.amount),
  is_tax_inclusive: one.is_tax_inclusive ?? false,
  description: null,
  code: one.code,
  promotion_id,
  provider_id: null,
})

async function promotionIds(container: MedusaContainer, codes: string[]): Promise<Map<string, string>> {
  const promotions = codes.length
    ? await container.resolve(Modules.PROMOTION).listPromotions({ code: codes }, { select: ["id", "code"] })
    : []
  return new Map(promotions.flatMap(({ id, code }) => (code ? [[code, id]] : [])))
}

/** The context of promotions' rules, as Medusa's own edits make it, with the lines' totals lowered. */
async function contextOf(
  container: MedusaContainer,
  { order, items }: Pick<OrderState, "order" | "items">,
  lines: TakenOff[],
): Promise<ComputeActionContext> {
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const ids = [...new Set(items.flatMap(({ product_id }) => product_id ?? []))]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "collection_id", "type_id", "tags.id", "categories.id"],
    filters: { id: ids },
  })
  const products = new Map(data.map((product) => [product.id, product]))
  const context: unknown = {
    currency_code: order.currency_code,
    customer: order.customer ? { id: order.customer.id, groups: order.customer.groups ?? [] } : undefined,
    region: order.region_id ? { id: order.region_id } : undefined,
    shipping_address: order.shipping_address ?? undefined,
    sales_channel_id: order.sales_channel_id,
    email: order.email,
    items: lines.map((line) => {
      const item: OrderItem | undefined = itemOf.get(line.line.id)
      return { ...item, adjustments: undefined, product: products.get(item?.product_id ?? ""), ...totalsOf(line) }
    }),
    shipping_methods: [],
  }
  return context as ComputeActionContext
}

/** A promotion is calculated on the net subtotal or the gross total, by its own tax behaviour. */
function totalsOf(line: TakenOff) {
  const rest = restOf(line)
  const factor = MathBN.add(1, MathBN.div(line.line.taxRate, 100))
  if (!isPositive(rest)) {
    return { subtotal: 0, original_total: 0 }
  }
  return line.line.isTaxInclusive
    ? { subtotal: MathBN.div(rest, factor), original_total: MathBN.convert(rest) }
    : { subtotal: MathBN.convert(rest), original_total: MathBN.mult(rest, factor) }
}
