import { z } from "@medusajs/framework/zod"
import { ASSIGNMENT_LEVELS, DISCOUNT_TYPES } from "../../rules/discounts/states"
import { amountAnswerSchema } from "../amount"
import { pageAnswerSchema } from "../page"
import { currencyCode, decimal, id, periodAnswerSchema, version } from "./fields"

/** The HTTP surface of an article's settings and of the discounts assigned to it. */

/** What is left out stays as it is. */
export const saveArticleSchema = z.strictObject({
  /** Null: as the next wider one says: the product, its collection, its categories, all articles. */
  order_discount_eligible: z.boolean().nullable().optional(),
  /** What a unit costs, without tax, by currency. The whole list; null: not known. */
  costs: z.record(currencyCode, decimal).nullable().optional(),
  version,
})

/** Many at once, for all articles, a collection, a category, a product or a variant. Null: as the next wider one. */
export const saveEligibilitySchema = z.strictObject({
  targets: z
    .array(z.strictObject({ level: z.enum(ASSIGNMENT_LEVELS), target_id: id }))
    .min(1)
    .max(500),
  order_discount_eligible: z.boolean().nullable(),
})
export type SaveEligibility = z.output<typeof saveEligibilitySchema>

export const listEligibilitySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
})

/** All assignments of the target itself, in the order in which they are tried. */
export const articlePositionsSchema = z.strictObject({ assignment_ids: z.array(id).min(1).max(2000) })

export type SaveArticle = z.output<typeof saveArticleSchema>
export type ArticlePositions = z.output<typeof articlePositionsSchema>

/** One entry of an article's list: assigned to itself, or to the product, collection or category that it belongs to. */
export const listedAssignmentAnswerSchema = periodAnswerSchema.extend({
  assignment_id: z.string(),
  discount_id: z.string(),
  name: z.string(),
  type: z.enum(DISCOUNT_TYPES),
  level: z.enum(ASSIGNMENT_LEVELS),
  target_id: z.string(),
  position: z.number(),
  is_active: z.boolean(),
  /** The discount's: a change of the assignment is made on it. */
  version: z.number(),
})
export type ListedAssignmentAnswer = z.infer<typeof listedAssignmentAnswerSchema>

export const eligibilityAnswerSchema = pageAnswerSchema.extend({
  targets: z.array(
    z.object({
      level: z.enum(ASSIGNMENT_LEVELS),
      target_id: z.string(),
      order_discount_eligible: z.boolean(),
      /** Null where it was deleted. */
      title: z.string().nullable(),
    }),
  ),
})
export type EligibilityAnswer = z.infer<typeof eligibilityAnswerSchema>

export const articleAnswerSchema = z.object({
  level: z.enum(ASSIGNMENT_LEVELS),
  target_id: z.string(),
  order_discount_eligible: z.boolean().nullable(),
  costs: z.record(z.string(), amountAnswerSchema).nullable(),
  /** 0 while nothing is stored about it. */
  version: z.number(),
  /** Variant's, product's, collection's, categories' assignments, each by position. */
  list: z.array(listedAssignmentAnswerSchema),
})
export type ArticleAnswer = z.infer<typeof articleAnswerSchema>
