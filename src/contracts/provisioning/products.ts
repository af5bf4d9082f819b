import { z } from "@medusajs/framework/zod"
import { FIELD_KINDS } from "../../rules/provisioning/forms/form-fields"
import { FILL_RULES } from "../../rules/provisioning/states"
import { shownText, word } from "../text"
import { formValuesSchema } from "./servers"

const MOST_STOCK = 10_000_000

const textSchema = z.object({ en: z.string(), fr: z.string() })

export const formFieldSchema = z.object({
  name: z.string(),
  kind: z.enum(FIELD_KINDS),
  label: textSchema,
  hint: textSchema.nullable(),
  is_required: z.boolean(),
  choices: z.array(z.string()),
  min: z.number().nullable(),
  max: z.number().nullable(),
  is_whole: z.boolean(),
  /** What counts where nothing is given. */
  standard: z.union([z.string(), z.number(), z.boolean()]).nullable(),
})
export type FormFieldAnswer = z.infer<typeof formFieldSchema>

export const providerAnswerSchema = z.object({
  id: z.string(),
  name: textSchema,
  configuration: z.array(formFieldSchema),
  /** null: it has no servers. */
  credentials: z.array(formFieldSchema).nullable(),
})
export type ProviderAnswer = z.infer<typeof providerAnswerSchema>

export const providersAnswerSchema = z.object({
  providers: z.array(providerAnswerSchema),
  /** Whether credentials can be kept. */
  has_encryption_key: z.boolean(),
})
export type ProvidersAnswer = z.infer<typeof providersAnswerSchema>

export const saveProductSchema = z.strictObject({
  provider_id: word(40).min(1),
  configuration: formValuesSchema,
  server_group: shownText(60).nullable().optional(),
  fill_rule: z.enum(FILL_RULES).optional(),
  /** How many services of the product there may be; null: any number; left out: as it is. */
  stock: z.number().int().min(0).max(MOST_STOCK).nullable().optional(),
  version: z.number().int().min(0).max(2_000_000_000).optional(),
})
export type SaveProduct = z.output<typeof saveProductSchema>

export const productAnswerSchema = z.object({
  product_id: z.string(),
  provider_id: z.string(),
  configuration: z.record(z.string(), z.unknown()),
  server_group: z.string().nullable(),
  fill_rule: z.enum(FILL_RULES),
  /** How many services of the product there may be, whoever delivers them; null: any number. */
  stock: z.number().nullable(),
  /** Of the stock: services that are not over, and what is held for orders; null: there is no stock. */
  taken: z.number().nullable(),
  /** 0: nothing was saved yet. */
  version: z.number(),
})
export type ProductAnswer = z.infer<typeof productAnswerSchema>

export const readProductSchema = z.object({ provider_id: word(40).min(1) })
