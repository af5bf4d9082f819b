import type { MedusaContainer, PromotionDTO } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { DISCOUNTS_MODULE, type CouponRow, type DiscountsModuleService, readCoupons } from "../../../modules/discounts"
import {
  couponTerms,
  inOrder,
  rateOf,
  takenByCoupon,
  type CouponFacts,
  type RecurringDiscount,
} from "../../../rules/discounts"
import { compare, multiply, sum } from "../../../rules/money"
import type { OrderFacts } from "../../orders/order-facts"

/** A placed order, as far as codes are found by it. */
export type CouponedOrder = Pick<OrderFacts, "lines" | "promotionCodes">

type Line = OrderFacts["lines"][number]

/**
 * What subscriptions go on with of the codes on an order (B28), by order line. Nothing is asked where the order has none,
 * or the merchant has said nothing of its codes: they count on the first order.
 */
export async function promotionsOfOrder(
  container: MedusaContainer,
  { lines, promotionCodes }: CouponedOrder,
): Promise<Map<string, RecurringDiscount[]>> {
  const coupons = promotionCodes.length ? await couponsOf(container, promotionCodes) : []
  return new Map(
    lines.flatMap((line): [string, RecurringDiscount[]][] => {
      const terms = coupons.flatMap((coupon) => termsOn(line, coupon) ?? [])
      return terms.length ? [[line.id, terms]] : []
    }),
  )
}

function termsOn(line: Line, coupon: CouponFacts): RecurringDiscount | null {
  const { isTaxInclusive, quantity, taxLines, adjustments } = line
  const taxRate = rateOf(taxLines)
  const taken = takenByCoupon(adjustments, coupon.promotionId, { isTaxInclusive, taxRate })
  return taken === null && !(line.isDiscountable && isNothingLeft(line))
    ? null
    : couponTerms(coupon, { quantity: Number(quantity), isTaxInclusive, taxRate, taken })
}

/** All of it was taken off before codes were asked, as a trial is. */
const isNothingLeft = ({ unitPrice, quantity, adjustments }: Line): boolean =>
  compare(sum(adjustments.map(({ amount }) => amount)), multiply(unitPrice, quantity)) >= 0

const RELATIONS = ["application_method", "application_method.target_rules"]

/** In the order in which Medusa applies them. What is bought to get something is no lasting reduction. */
async function couponsOf(container: MedusaContainer, codes: string[]): Promise<CouponFacts[]> {
  const promotions = await container
    .resolve(Modules.PROMOTION)
    .listPromotions({ code: codes }, { relations: RELATIONS, take: codes.length })
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const ids = promotions.map(({ id }) => id)
  const stored = new Map((await readCoupons(knex, ids)).map((row) => [row.promotion_id, row]))
  const coupons = promotions.flatMap((promotion) => couponOf(promotion, stored.get(promotion.id)) ?? [])
  return inOrder(coupons)
}

function couponOf(promotion: PromotionDTO, row: CouponRow | undefined): CouponFacts | null {
  const { id: promotionId, code, type, is_tax_inclusive, application_method: method } = promotion
  if (!row || !code || !method || type !== "standard" || method.target_type === "shipping_methods") {
    return null
  }
  return {
    promotionId,
    code,
    renewals: row.renewals,
    renewalCycles: row.renewal_cycles,
    type: method.type === "fixed" ? "fixed" : "percentage",
    value: MathBN.convert(method.value ?? 0).toFixed(),
    allocation: method.allocation ?? null,
    maxQuantity: method.max_quantity ?? null,
    isTaxInclusive: is_tax_inclusive ?? false,
    isTargeted: (method.target_rules ?? []).length > 0,
  }
}
