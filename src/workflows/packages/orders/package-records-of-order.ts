import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_ROOM } from "../../../rules/packages"
import type { LineRecord, OrderLineToMatch } from "../../../rules/cart"
import { checkPayloads } from "../../cart/line-payloads"
import { lineRecordsOfOrder } from "../../cart/line-records-of-order"
import { packagesCart } from "../cart/packages-cart"

/** The records of an order's packages and their contents, by order line id, checked. */
export async function packageRecordsOfOrder(
  container: MedusaContainer,
  order: { cartId: string | null; lines: OrderLineToMatch[] },
): Promise<Map<string, LineRecord>> {
  const records = await lineRecordsOfOrder(container, order)
  const own = new Map([...records].filter(([, { payload }]) => Object.hasOwn(payload, PACKAGES_ROOM)))
  checkPayloads([...own.values()], [packagesCart])
  return own
}
