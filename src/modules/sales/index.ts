import { Module } from "@medusajs/framework/utils"
import SalesModuleService from "./service"

export const SALES_MODULE = "serviceSales"

export default Module(SALES_MODULE, { service: SalesModuleService })

export type { SalesModuleService }

export * from "./person-keys"
export { sha256 } from "./sha256"
export * from "./queries/chain/append-links"
export * from "./queries/chain/chain-rows"
export * from "./queries/chain/checkpoints"
export * from "./queries/chain/read-chains"
export * from "./queries/chain/read-consistently"
export * from "./queries/history/add-up-figures"
export * from "./queries/history/export-sales"
export * from "./queries/history/list-sales"
export * from "./queries/history/pack-pages"
export * from "./queries/history/read-sale"
export * from "./queries/history/sale-figures"
export type { SaleFilters } from "./queries/history/sale-filters"
export * from "./queries/orders/due-sales"
export * from "./queries/orders/sale-row"
export * from "./queries/orders/who-changed"
export * from "./queries/orders/write-sale"
export * from "./queries/people/buyer-words"
export * from "./queries/people/erase-person"
export * from "./queries/people/person-keys"
