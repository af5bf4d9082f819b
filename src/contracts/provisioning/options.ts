import { z } from "@medusajs/framework/zod"
import { OPTION_KINDS } from "../../rules/provisioning/options/option-definition"
import { amountAnswerSchema } from "../amount"
import { id } from "../id"
import { decimalInput } from "../number"
import { shownText, word } from "../text"

const MOST_OPTIONS = 50
const MOST_CHOICES = 100
const MOST_PRICES = 5_000
const MOST = 1_000_000

/** A name that no object has by itself; a provider and a storefront know the option by it. */
const key = word(60)
  .regex(/^[a-z][a-z0-9_]*$/, "begins with a small letter; small letters, digits and _ follow")
  .refine((name) => !(name in Object.prototype), "is no option's key")
const choiceKey = word(60).regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "has letters, digits, _, . and - only")
const amount = decimalInput.transform((value) => String(value))
const limit = z.number().min(-MOST).max(MOST).nullable().default(null)

export const optionSchema = z.strictObject({
  key,
  kind: z.enum(OPTION_KINDS),
  label: shownText(100).min(1),
  is_required: z.boolean().default(false),
  /** Of a number or a quantity; of a text, its length. */
  min: limit,
  max: limit,
  step: limit,
  choices: z
    .array(z.strictObject({ key: choiceKey, label: shownText(100).min(1) }))
    .max(MOST_CHOICES)
    .default([]),
  prices: z
    .array(
      z.strictObject({
        /** Of a choice; null: of the option. */
        choice: choiceKey.nullable().default(null),
        /** The variant of the cycle. */
        variant_id: id,
        currency_code: z.string().regex(/^[a-z]{3}$/, "is a currency in small letters"),
        amount,
        setup_fee: amount.default("0"),
      }),
    )
    .max(MOST_PRICES)
    .default([]),
})

export const saveOptionsSchema = z.strictObject({
  options: z.array(optionSchema).max(MOST_OPTIONS),
  version: z.number().int().min(0).max(2_000_000_000).optional(),
})
export type SaveOptions = z.output<typeof saveOptionsSchema>

const shown = {
  key: z.string(),
  kind: z.enum(OPTION_KINDS),
  label: z.string(),
  is_required: z.boolean(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  step: z.number().nullable(),
  choices: z.array(z.object({ key: z.string(), label: z.string() })),
}

const priceAnswerSchema = z.object({
  choice: z.string().nullable(),
  variant_id: z.string(),
  currency_code: z.string(),
  amount: amountAnswerSchema,
  setup_fee: amountAnswerSchema,
})

export const optionAnswerSchema = z.object({ ...shown, prices: z.array(priceAnswerSchema) })
export type OptionAnswer = z.infer<typeof optionAnswerSchema>

export const optionsAnswerSchema = z.object({
  product_id: z.string(),
  options: z.array(optionAnswerSchema),
  /** 0: nothing was saved yet. */
  version: z.number(),
})
export type OptionsAnswer = z.infer<typeof optionsAnswerSchema>
