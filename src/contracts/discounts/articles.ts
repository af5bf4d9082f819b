import { z } from "@medusajs/framework/zod"
import type { AssignmentLevel, DiscountType } from "../../rules/discounts/states"
import { currencyCode, decimal, id, type PeriodAnswer } from "./fields"

/** The HTTP surface of what the room knows of an article, and of the discounts that are assigned to it. */

/** What is left out stays as it is. */
export const saveArticleSchema = z.strictObject({
  /** Null on a variant: as its product. */
  order_discount_eligible: z.boolean().nullable().optional(),
  /** What a unit costs, without tax, by currency. The whole list; null: not known. */
  costs: z.record(currencyCode, decimal).nullable().optional(),
})

/** All assignments of the target itself, in the order in which they are tried. */
export const articlePositionsSchema = z.strictObject({ assignment_ids: z.array(id).min(1).max(2000) })

export type SaveArticle = z.output<typeof saveArticleSchema>
export type ArticlePositions = z.output<typeof articlePositionsSchema>

/** One entry of an article's list: assigned to itself, or to the product, collection or category that it belongs to. */
export interface ListedAssignmentAnswer extends PeriodAnswer {
  assignment_id: string
  discount_id: string
  name: string
  type: DiscountType
  level: AssignmentLevel
  target_id: string
  position: number
  is_active: boolean
}

export interface ArticleAnswer {
  level: AssignmentLevel
  target_id: string
  order_discount_eligible: boolean | null
  costs: Record<string, string> | null
  /** Variant's, product's, collection's, categories' assignments, each by position. */
  list: ListedAssignmentAnswer[]
}
