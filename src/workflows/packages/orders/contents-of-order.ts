import type { MedusaContainer } from "@medusajs/framework/types"
import { documentContents } from "../../../rules/packages"
import type { OrderLineToMatch } from "../../../rules/cart"
import type { OrderWithPackages, PackageContent } from "../../ports/package-contents"
import { packageRecordsOfOrder } from "./package-records-of-order"
import { settleEditedRecords } from "./settle-edited-records"

interface OrderToLookAt {
  cartId: string | null
  lines: OrderLineToMatch[]
}

/** Which lines of an order are in a package, and how documents show them. */
export const contentsOfOrder = {
  ofOrder: async (container: MedusaContainer, order: OrderWithPackages): Promise<Map<string, PackageContent>> => {
    if (order.id !== null) {
      await settleEditedRecords(container, order.id)
    }
    return documentContents(await packageRecordsOfOrder(container, order))
  },
}

/** The lines of packages' contents and nested accessories: no articles of their own. */
export const contentLines = {
  ofOrder: async (container: MedusaContainer, order: OrderToLookAt): Promise<Set<string>> => {
    const records = await packageRecordsOfOrder(container, order)
    return new Set([...records].filter(([, { parentId }]) => parentId !== null).map(([id]) => id))
  },
}
