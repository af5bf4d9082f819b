import { createStep } from "@medusajs/framework/workflows-sdk"
import { writeArticleDiscount } from "../../../../modules/discounts"
import { storing } from "../store-discount"

const { invoke, compensate } = storing(writeArticleDiscount)

/** Stores an article discount with its rules and assignments. Result: its id. */
export const writeArticleDiscountStep = createStep("discounts-write-article-discount", invoke, compensate)
