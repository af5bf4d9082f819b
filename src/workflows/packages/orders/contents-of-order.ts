import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService, percentArticlesAmong } from "../../../modules/packages"
import { documentContents, percentLineOf } from "../../../rules/packages"
import type { LineRecord, OrderLineToMatch } from "../../../rules/cart"
import type { OrderWithPackages, PackageContent } from "../../ports/packages/package-contents"
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

/** The lines of packages' contents and nested accessories, and of percent articles: no articles of their own. */
export const contentLines = {
  ofOrder: async (container: MedusaContainer, order: OrderToLookAt): Promise<Set<string>> => {
    const records = await packageRecordsOfOrder(container, order)
    const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
    const percents = await percentArticlesAmong(
      knex,
      order.lines.flatMap(({ id, variantId }) => (records.has(id) ? [] : (variantId ?? []))),
    )
    const isOne = (record: LineRecord) => record.parentId !== null || percentLineOf(record.payload) !== null
    return new Set([
      ...[...records].filter(([, record]) => isOne(record)).map(([id]) => id),
      ...order.lines
        .filter(({ id, variantId }) => !records.has(id) && percents.has(variantId ?? ""))
        .map(({ id }) => id),
    ])
  },
}
