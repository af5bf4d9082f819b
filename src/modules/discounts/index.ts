import { Module } from "@medusajs/framework/utils"
import DiscountsModuleService from "./service"

export const DISCOUNTS_MODULE = "serviceDiscounts"

export default Module(DISCOUNTS_MODULE, { service: DiscountsModuleService })

export type { DiscountsModuleService }

export * from "./article-terms"
export * from "./queries/catalog/article-discounts"
export * from "./queries/catalog/articles"
export type { CandidateQuery } from "./queries/catalog/candidates"
export * from "./queries/catalog/list-discounts"
export * from "./queries/catalog/order-discounts"
export * from "./queries/report/report"
export * from "./queries/sales/insert-applied"
export * from "./queries/sales/order-sales"
export * from "./queries/sales/order-work"
export * from "./queries/sales/sales"
export * from "./queries/sales/uses"
export * from "./rows"
export * from "./settings"
