import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { PickListAnswer } from "../../../contracts/packages/pick-list"
import { pickList, type PickEntry, type PickList, type PickTotal } from "../../../rules/packages"
import { lineRecordsOfOrder } from "../../cart/line-records-of-order"
import { loadOrders } from "../../orders/load-orders"
import type { OrderAddressFacts, OrderFacts } from "../../orders/order-facts"
import { pickLinesOf, variantOf } from "./pick-lines-of"

/** What is to be picked for an order, and the order itself (P14). Throws NOT_FOUND. */
export async function readPickList(
  container: MedusaContainer,
  orderId: string,
): Promise<{ order: OrderFacts; list: PickList }> {
  const [order] = await loadOrders(container, [orderId])
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id: ${orderId} was not found`)
  }
  const records = await lineRecordsOfOrder(container, order)
  const variantIds = order.lines.flatMap((line) => variantOf(line, records.get(line.id)) ?? [])
  const variants = variantIds.length
    ? await container.resolve(Modules.PRODUCT).listProductVariants({ id: variantIds }, { select: ["id", "sku"] })
    : []
  const skus = new Map(variants.map(({ id, sku }) => [id, sku]))
  return { order, list: pickList(pickLinesOf({ lines: order.lines, records, skus })) }
}

/** A pick list as the Admin API answers it. */
export const pickListAnswer = ({ order, list }: { order: OrderFacts; list: PickList }): PickListAnswer => ({
  order: {
    id: order.id,
    display_id: order.displayId,
    is_canceled: order.isCanceled,
    email: order.email,
    created_at: order.createdAt,
    address: addressLines(order.shippingAddress),
  },
  packages: list.packages.map((one) => ({ package: entryAnswer(one.package), lines: one.lines.map(entryAnswer) })),
  articles: list.articles.map(entryAnswer),
  totals: list.totals.map(({ variantId, title, sku, ...quantities }) => ({
    ...{ variant_id: variantId, title, sku },
    ...quantitiesOf(quantities),
  })),
})

const entryAnswer = (entry: PickEntry) => ({
  line_id: entry.lineId,
  variant_id: entry.variantId,
  title: entry.title,
  sku: entry.sku,
  role: entry.role,
  depth: entry.depth,
  is_package: entry.isPackage,
  is_hidden: entry.isHidden,
  period: entry.period,
  ...quantitiesOf(entry),
})

const quantitiesOf = ({
  quantity,
  fulfilled,
  returned,
  toFulfil,
}: Pick<PickTotal, "quantity" | "fulfilled" | "returned" | "toFulfil">) => ({
  ...{ quantity, fulfilled, returned },
  to_fulfil: toFulfil,
})

function addressLines(address: OrderAddressFacts | null): string[] {
  const joined = (...words: (string | null | undefined)[]) => words.filter(Boolean).join(" ")
  return address
    ? [
        joined(address.company),
        joined(address.first_name, address.last_name),
        joined(address.address_1),
        joined(address.address_2),
        joined(address.postal_code, address.city),
        joined(address.country_code?.toUpperCase()),
      ].filter((line) => line !== "")
    : []
}
