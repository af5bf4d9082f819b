import type { MedusaContainer } from "@medusajs/framework/types"
import type { WhyRecord } from "../../../contracts/discounts/answers"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { LINE_STAGES, stageOfProvider, type LineRecord } from "../../../rules/cart"
import { presentLine } from "../../../rules/discounts"
import type { LineStep } from "../../../rules/discounts/records/discount-trace"
import { multiply, round, sum, taxedAs } from "../../../rules/money"
import type { CartRoom } from "../../cart/cart-stage"
import { lineRecordsOfOrder } from "../../cart/line-records-of-order"
import { loadOrder } from "../../orders/load-orders"
import type { OrderFacts, OrderLineFacts } from "../../orders/order-facts"

/**
 * What the cart's stages did to the lines of an order that no discount was looked at for: it has no discount record, but
 * its lines say which of them a room made, and what a stage took off. Null: none did anything.
 */
export async function stepsOfOrder(
  container: MedusaContainer,
  orderId: string,
  rooms: CartRoom[],
): Promise<WhyRecord | null> {
  const order = await loadOrder(container, orderId)
  const records = await lineRecordsOfOrder(container, { cartId: order.cartId, lines: order.lines })
  const steps = new Map(order.lines.map((line) => [line.id, stepsOf(line, records.get(line.id), rooms)]))
  if ([...steps.values()].every(({ length }) => !length)) {
    return null
  }
  const articles = order.lines.filter(({ id }) => (records.get(id)?.parentId ?? null) === null)
  return {
    version: order.version,
    as_of: await container.resolve<CoreModuleService>(CORE_MODULE).dateOf(order.createdAt),
    channel: "cart",
    currency_code: order.currencyCode,
    order_value: netOf(articles, order),
    groups: [],
    placed: true,
    lines: order.lines.map((line) => ({ ...shown(line), line_id: line.id, steps: steps.get(line.id) ?? [] })),
  }
}

function stepsOf(line: OrderLineFacts, record: LineRecord | undefined, rooms: CartRoom[]): LineStep[] {
  const { unitPrice: amount, title: description } = line
  const maker = record && record.parentId !== null ? rooms.find(({ room }) => room === record.room) : undefined
  const made = maker?.stages.find(({ name }) => LINE_STAGES.includes(name))
  const taken = line.adjustments.flatMap((one): LineStep[] => {
    const stage = stageOfProvider(one.providerId)
    const owner = rooms.find(({ stages }) => stages.some(({ name }) => name === stage))
    return stage && owner
      ? [{ stage, room: owner.room, did: "took", amount: one.amount, description: one.description ?? "" }]
      : []
  })
  return [
    ...(maker && made ? [{ stage: made.name, room: maker.room, did: "made_line" as const, amount, description }] : []),
    ...taken,
  ]
}

const priceOf = ({ unitPrice, quantity }: OrderLineFacts) => multiply(unitPrice, quantity)

const shown = (line: OrderLineFacts) =>
  presentLine({
    id: line.id,
    title: line.title,
    variantId: line.variantId,
    unitPrice: line.unitPrice,
    quantity: Number(line.quantity),
    isTaxInclusive: line.isTaxInclusive,
    price: priceOf(line),
    amount: "0",
    discounts: [],
    trace: [],
    cappedBy: null,
  })

/** The order's value, as ranges of order discounts would be compared with it (D1). */
const netOf = (lines: OrderLineFacts[], { currencyCode }: OrderFacts) =>
  round(
    sum(
      lines.map((line) => {
        const { isTaxInclusive, taxLines } = line
        const taxRate = sum(taxLines.map(({ rate }) => rate))
        return taxedAs(priceOf(line), { isTaxInclusive, taxRate }, { isTaxInclusive: false })
      }),
    ),
    currencyCode,
  )
