import { Module } from "@medusajs/framework/utils"
import DiscountsModuleService from "./service"

export const DISCOUNTS_MODULE = "serviceDiscounts"

export default Module(DISCOUNTS_MODULE, { service: DiscountsModuleService })

export type { DiscountsModuleService }
export { articleTerms } from "./article-terms"
export type { CandidateQuery } from "./queries/candidates"
export type { Candidates, StoredArticle } from "./rows"
