import { z } from "@medusajs/framework/zod"
import { ASSIGNMENT_LEVELS, DISCOUNT_TYPES, FIXED_PER, MODES, TRIGGERS } from "../../rules/discounts/states"
import {
  currencyCode,
  decimal,
  id,
  listFields,
  name,
  period,
  terms,
  periodAnswerSchema,
  termsAnswerSchema,
  version,
} from "./fields"
import { decimalAnswerSchema } from "../amount"
import { pageAnswerSchema } from "../page"

/** The HTTP surface of article discounts and of what they are assigned to. */

const rule = z.strictObject({
  id: id.optional(),
  trigger: z.enum(TRIGGERS),
  min: decimal.nullable().default(null),
  max: decimal.nullable().default(null),
  mode: z.enum(MODES),
  value: decimal,
  per: z.enum(FIXED_PER).default("unit"),
  currency_code: currencyCode.nullable().default(null),
})

const assignment = z.strictObject({
  /** One of this discount's; without it, the one on the same target is meant, or else a new one. */
  id: id.optional(),
  level: z.enum(ASSIGNMENT_LEVELS),
  target_id: id,
  ...period,
})

const fields = {
  ...terms,
  /** The whole list of rules, in the order in which they are tried. */
  rules: z.array(rule).max(200),
  /** The whole list. A new one goes last in its target's list. Left out: they stay as they are. */
  assignments: z.array(assignment).max(2000).optional(),
}

export const createArticleDiscountSchema = z.strictObject({
  name,
  type: z.enum(DISCOUNT_TYPES),
  ...fields,
  rules: fields.rules.default([]),
})

/** What is left out stays as it is. */
export const updateArticleDiscountSchema = z.strictObject({
  name: name.optional(),
  type: z.enum(DISCOUNT_TYPES).optional(),
  ...fields,
  rules: fields.rules.optional(),
  version,
})

const SORTED_BY = ["name", "type", "used", "created_at"] as const
const order = z.enum(SORTED_BY.flatMap((field) => [field, `-${field}`] as const))

/** `type` is one or a list of them; `order` is a field, with `-` in front: descending. */
export const listArticleDiscountsSchema = z.object({
  ...listFields,
  type: z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.enum(DISCOUNT_TYPES)).optional(),
  ),
  order: order.default("-created_at"),
})

export const createAssignmentSchema = assignment.omit({ id: true }).extend({ discount_id: id })
/** `version` is the discount's; what others changed of the discount itself is no conflict. */
export const updateAssignmentSchema = z.strictObject({ ...period, version })

export type RuleBody = z.output<typeof rule>
export type AssignmentBody = z.output<typeof assignment>
export type CreateArticleDiscount = z.output<typeof createArticleDiscountSchema>
export type CreateArticleDiscountInput = z.input<typeof createArticleDiscountSchema>
export type UpdateArticleDiscount = z.output<typeof updateArticleDiscountSchema>
export type ListArticleDiscounts = z.output<typeof listArticleDiscountsSchema>
export type CreateAssignment = z.output<typeof createAssignmentSchema>
export type UpdateAssignment = z.output<typeof updateAssignmentSchema>

export const ruleAnswerSchema = z.object({
  id: z.string(),
  trigger: z.enum(TRIGGERS),
  min: decimalAnswerSchema.nullable(),
  max: decimalAnswerSchema.nullable(),
  mode: z.enum(MODES),
  value: decimalAnswerSchema,
  per: z.enum(FIXED_PER),
  currency_code: z.string().nullable(),
})
export type RuleAnswer = z.infer<typeof ruleAnswerSchema>

export const assignmentAnswerSchema = periodAnswerSchema.extend({
  id: z.string(),
  level: z.enum(ASSIGNMENT_LEVELS),
  target_id: z.string(),
  position: z.number(),
  /** The target's name; null where it was deleted. */
  title: z.string().nullable(),
})
export type AssignmentAnswer = z.infer<typeof assignmentAnswerSchema>

export const articleDiscountAnswerSchema = termsAnswerSchema.extend({
  type: z.enum(DISCOUNT_TYPES),
  rules: z.array(ruleAnswerSchema),
  assignments: z.array(assignmentAnswerSchema),
})
export type ArticleDiscountAnswer = z.infer<typeof articleDiscountAnswerSchema>

export const articleDiscountListAnswerSchema = pageAnswerSchema.extend({
  article_discounts: z.array(articleDiscountAnswerSchema),
})
export type ArticleDiscountListAnswer = z.infer<typeof articleDiscountListAnswerSchema>
