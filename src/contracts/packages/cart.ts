import { z } from "@medusajs/framework/zod"
import { id } from "../id"
import { whole } from "../number"
import { text } from "../text"

export const packageQuantity = whole.min(1, "must be at least 1").max(1_000_000)
const path = text(2_000).min(1)

/** An instant; the rules say what is wrong with it. */
const instant = text(64).min(1)

export const choiceSchema = z.strictObject({
  /** The ids of the entries from the package down to this one, joined by "/". */
  path,
  /** An option in or out; true on an alternative swaps the others of its group out. */
  is_chosen: z.boolean().optional(),
  /** Accessories of free quantity. */
  quantity: packageQuantity.optional(),
})
export type ChoiceBody = z.infer<typeof choiceSchema>

export const periodSchema = z.strictObject({ from: instant, to: instant })

/** How long something is out. */
const termFields = {
  period: periodSchema.nullish(),
  hours: whole.min(1).max(100_000).nullish(),
  days: whole.min(1).max(3_660).nullish(),
}

/** What is chosen of a package beside its quantity. */
export const selectionFields = { choices: z.array(choiceSchema).max(500).optional(), ...termFields }

/** `POST /store/carts/:id/packages` */
export const addPackageSchema = z.strictObject({
  variant_id: id,
  quantity: packageQuantity.default(1),
  ...selectionFields,
})
export type AddPackageBody = z.infer<typeof addPackageSchema>

/** `POST /store/carts/:id/packages/:line_id`: what is left out stays as it is. */
export const changePackageSchema = z.strictObject({
  quantity: packageQuantity.optional(),
  ...selectionFields,
  /** Takes the recipe as it is now (P20); choices that it no longer has are dropped. */
  refresh_recipe: z.boolean().optional(),
})
export type ChangePackageBody = z.infer<typeof changePackageSchema>

/** `POST /store/carts/:id/rentals` */
export const addRentalSchema = z.strictObject({
  variant_id: id,
  quantity: packageQuantity.default(1),
  ...termFields,
})
export type AddRentalBody = z.infer<typeof addRentalSchema>
