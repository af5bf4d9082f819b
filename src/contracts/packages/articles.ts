import { z } from "@medusajs/framework/zod"
import { ARTICLE_UNITS } from "../../rules/packages/recipes/articles"
import { decimal, id, rateAnswerSchema, rates, text, version, whole } from "./fields"

/** The HTTP surface of what a variant's price is per. What is left out of a save stays as it is. */

export const saveArticleSchema = z.strictObject({
  unit: z.enum(ARTICLE_UNITS).optional(),
  percent: decimal.nullable().optional(),
  percent_group: text(100).nullable().optional(),
  minimum_duration: whole.nullable().optional(),
  buffer_before_minutes: whole.optional(),
  buffer_after_minutes: whole.optional(),
  rates: rates.optional(),
  version,
})
export type SaveArticle = z.output<typeof saveArticleSchema>
export type SaveArticleBody = z.input<typeof saveArticleSchema>

/** The variants of one product. */
export const listArticlesSchema = z.object({ product_id: id })

export const packageArticleAnswerSchema = z.object({
  variant_id: z.string(),
  variant_title: z.string(),
  product_id: z.string(),
  /** Whether the product is a package: then its pricing is said there. */
  is_package: z.boolean(),
  unit: z.enum(ARTICLE_UNITS),
  percent: z.string().nullable(),
  percent_group: z.string().nullable(),
  minimum_duration: z.number().nullable(),
  buffer_before_minutes: z.number(),
  buffer_after_minutes: z.number(),
  rates: z.array(rateAnswerSchema),
  /** 0 where nothing is stored. */
  version: z.number(),
})
export type PackageArticleAnswer = z.infer<typeof packageArticleAnswerSchema>

export const packageArticleListAnswerSchema = z.object({ articles: z.array(packageArticleAnswerSchema) })
export type PackageArticleListAnswer = z.infer<typeof packageArticleListAnswerSchema>
