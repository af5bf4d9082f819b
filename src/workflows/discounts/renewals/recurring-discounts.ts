import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { insertApplied } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { discountsOnRenewal, splitRecurring, type RecurringDiscount, type LineDiscount } from "../../../rules/discounts"
import { multiply, type Decimal } from "../../../rules/money"
import { DISCOUNT_PROVIDER } from "../cart/discount-provider"
import type { OrderFacts } from "../../orders/order-facts"
import { recurringDiscountsOfOrder } from "../orders/recurring-discounts-of-order"
import { recurringDiscountSchema } from "./recurring-discount-schema"

/** A subscription's item in a billing cycle, with its recurring discounts. */
interface Line {
  id: string
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
  terms: readonly object[]
  cycle: number
  currencyCode: string
}

/** Parses the stored terms. Throws where they are not those of this room. */
function readTerms(terms: readonly object[]): RecurringDiscount[] {
  return terms.map((one) => {
    const read = recurringDiscountSchema.safeParse(one)
    if (!read.success) {
      const [issue] = read.error.issues
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `A subscription's discount cannot be read: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
      )
    }
    return read.data
  })
}

function discountsOf({ terms, unitPrice, ...line }: Line): LineDiscount[] {
  const granted = readTerms(terms)
  const orderDiscountBase = granted[0]?.base ?? "price"
  const { id, quantity, cycle, currencyCode } = line
  const lines = [{ id, unitPrice, quantity, granted, articleKey: id }]
  return discountsOnRenewal({ lines, cycle, currencyCode, orderDiscountBase }).flatMap(({ discounts }) => discounts)
}

const appliedOn = (line: Line & { orderId: string; orderLineId: string }, issuedOn: CivilDate) =>
  discountsOf(line).map(({ discountId, source, name, amount }) => ({
    order_id: line.orderId,
    order_line_id: line.orderLineId,
    version: 1,
    discount_id: discountId,
    source,
    name,
    amount,
    line_price: multiply(line.unitPrice, line.quantity),
    quantity: line.quantity,
    currency_code: line.currencyCode,
    applied_on: issuedOn,
    kind: "renewal" as const,
  }))

/** Recurring discounts on renewals (B28): this room's side of billing's port. */
export const recurringDiscounts = {
  ofOrder: (
    container: MedusaContainer,
    order: Pick<OrderFacts, "id" | "cartId" | "lines">,
  ): Promise<Map<string, RecurringDiscount[]>> => recurringDiscountsOfOrder(container, order),

  split: (terms: object[], units: { keep: number; move: number }, currencyCode: string) =>
    splitRecurring(readTerms(terms), units, currencyCode),

  onRenewal: (line: Line) =>
    discountsOf(line).map(({ name, amount }) => ({ name, amount, providerId: DISCOUNT_PROVIDER })),

  /** Adds what was taken off to the report on discounts. */
  issued: (
    trx: Parameters<typeof insertApplied>[0],
    lines: (Line & { orderId: string; orderLineId: string })[],
    issuedOn: CivilDate,
  ): Promise<void> =>
    insertApplied(
      trx,
      lines.flatMap((line) => appliedOn(line, issuedOn)),
    ),

  shown: (terms: object[]) =>
    readTerms(terms).map(({ discountId, name, mode, value, per, renewals, renewalCycles }) => ({
      discount_id: discountId,
      name,
      mode,
      value,
      per,
      renewals,
      renewal_cycles: renewalCycles,
    })),
}
