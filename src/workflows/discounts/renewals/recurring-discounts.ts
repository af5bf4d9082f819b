import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { insertApplied } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import {
  cyclesLeft,
  discountsOnRenewal,
  keptAtChange,
  splitRecurring,
  type LineDiscount,
  type RecurringDiscount,
} from "../../../rules/discounts"
import { multiply, type Decimal } from "../../../rules/money"
import { DISCOUNT_PROVIDER } from "../cart/discount-provider"
import type { OrderFacts } from "../../orders/order-facts"
import { recurringDiscountsOfOrder } from "../orders/recurring-discounts-of-order"
import { promotionsOfOrder } from "./promotions-of-order"
import { recurringDiscountSchema } from "./recurring-discount-schema"

/** A subscription's item in a billing cycle, with its recurring discounts. */
interface Line {
  id: string
  variantId: string
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
  terms: readonly object[]
  cycle: number
  currencyCode: string
}

type IssuedLine = Line & { orderId: string; orderLineId: string }

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

/** By line id: of all lines of one renewal together, as a package's percentage is split over its contents. */
function discountsOf(lines: readonly Line[]): Map<string, LineDiscount[]> {
  const [first] = lines
  if (!first) {
    return new Map()
  }
  const { cycle, currencyCode } = first
  const renewed = discountsOnRenewal({
    lines: lines.map(({ id, variantId, unitPrice, quantity, terms }) => {
      const granted = readTerms(terms)
      // An amount that counts once is stored as each line's own share.
      const articleKey = granted.some(({ mode, per }) => mode === "fixed" && per === "article") ? id : variantId
      return { id, unitPrice, quantity, granted, articleKey }
    }),
    cycle,
    currencyCode,
    orderDiscountBase: "price",
  })
  return new Map(renewed.map(({ id, discounts }) => [id, discounts]))
}

/** The store's own discounts first; codes work on what they leave. */
async function ofOrderWithCodes(
  container: MedusaContainer,
  order: Pick<OrderFacts, "id" | "cartId" | "lines" | "promotionCodes">,
): Promise<Map<string, RecurringDiscount[]>> {
  const own = await recurringDiscountsOfOrder(container, order)
  const codes = await promotionsOfOrder(container, order)
  const ids = [...new Set([...own.keys(), ...codes.keys()])]
  return new Map(ids.map((id) => [id, [...(own.get(id) ?? []), ...(codes.get(id) ?? [])]]))
}

/** What no discount of the store gives is in no report of theirs. */
const isOfStore = ({ discountId, source }: LineDiscount): boolean => discountId !== null || source === "personal"

const appliedOn = (line: IssuedLine, discounts: LineDiscount[], issuedOn: CivilDate) =>
  discounts.filter(isOfStore).map(({ discountId, source, name, amount }) => ({
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

function byOrder(lines: IssuedLine[]): IssuedLine[][] {
  const orders = new Map<string, IssuedLine[]>()
  for (const line of lines) {
    orders.set(line.orderId, [...(orders.get(line.orderId) ?? []), line])
  }
  return [...orders.values()]
}

/** Recurring discounts on renewals (B28): this room's side of billing's port. */
export const recurringDiscounts = {
  ofOrder: (
    container: MedusaContainer,
    order: Pick<OrderFacts, "id" | "cartId" | "lines" | "promotionCodes">,
  ): Promise<Map<string, RecurringDiscount[]>> => ofOrderWithCodes(container, order),

  kept: (terms: object[], change: { isSameProduct: boolean; isSameInterval: boolean }) =>
    keptAtChange(readTerms(terms), change),

  split: (terms: object[], units: { keep: number; move: number }, currencyCode: string) =>
    splitRecurring(readTerms(terms), units, currencyCode),

  onRenewal: (lines: Line[]) =>
    new Map(
      [...discountsOf(lines)].map(([id, discounts]) => [
        id,
        discounts.map(({ name, amount }) => ({ name, amount, providerId: DISCOUNT_PROVIDER })),
      ]),
    ),

  /** A percentage that no discount of the store gives, up to a cycle. It counts as an order discount does. */
  granted: ({
    name,
    percent,
    untilCycle,
  }: {
    name: string
    percent: Decimal
    untilCycle: number
  }): RecurringDiscount => ({
    ...{ source: "order", discountId: null, name, mode: "percent", value: percent, per: "unit" },
    ...{ renewals: "cycles", renewalCycles: untilCycle, base: "remaining", cappedAt: null },
  }),

  /** Adds what was taken off to the report on discounts. */
  issued: (trx: Parameters<typeof insertApplied>[0], lines: IssuedLine[], issuedOn: CivilDate): Promise<void> =>
    insertApplied(
      trx,
      byOrder(lines).flatMap((renewal) => {
        const discounts = discountsOf(renewal)
        return renewal.flatMap((line) => appliedOn(line, discounts.get(line.id) ?? [], issuedOn))
      }),
    ),

  shown: (terms: object[], nextCycle: number) =>
    readTerms(terms).map(({ discountId, promotionId, name, mode, value, per, renewals, renewalCycles }) => ({
      discount_id: discountId,
      name,
      mode,
      value,
      per,
      renewals,
      renewal_cycles: renewalCycles,
      promotion_id: promotionId ?? null,
      cycles_left: cyclesLeft({ renewals, renewalCycles }, nextCycle),
    })),
}
