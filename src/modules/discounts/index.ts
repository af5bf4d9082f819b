import { Module } from "@medusajs/framework/utils"
import DiscountsModuleService from "./service"

export const DISCOUNTS_MODULE = "serviceDiscounts"

export default Module(DISCOUNTS_MODULE, { service: DiscountsModuleService })

export type { DiscountsModuleService }

export { articleTerms } from "../../rules/discounts"
export * from "./queries/catalog/article-discounts"
export * from "./queries/catalog/articles"
export type { CandidateQuery } from "./queries/catalog/candidates"
export * from "./queries/catalog/has-discounts"
export * from "./queries/catalog/list-discounts"
export * from "./queries/catalog/order-discounts"
export * from "./queries/report/report"
export * from "./queries/report/reported-rows"
export * from "./queries/records/cart-has-discounts"
export * from "./queries/records/insert-applied"
export * from "./queries/records/order-records"
export * from "./queries/records/order-work"
export * from "./queries/records/cart-records"
export { usesOfBuyer } from "./queries/records/buyer-uses"
export * from "./queries/records/uses"
export * from "./queries/renewals/coupons"
export * from "./rows"
export * from "./queries/settings/settings"
