import { z } from "@medusajs/framework/zod"
import { amountAnswerSchema } from "../amount"
import { id } from "../id"
import { choiceSchema, packageQuantity, periodSchema, selectionFields } from "./cart"

/** An admin hides and shows contents, too (P13). */
export const adminChoiceSchema = choiceSchema.extend({ is_hidden: z.boolean().optional() })
export type AdminChoiceBody = z.infer<typeof adminChoiceSchema>

const selection = {
  ...selectionFields,
  choices: z.array(adminChoiceSchema).max(500).optional(),
  /** Whether customers' documents list the contents; left out: as the recipe says (P3). */
  lists_contents: z.boolean().optional(),
}

/** `POST /admin/draft-orders/:id/packages`, `POST /admin/order-edits/:id/packages` */
export const addOrderPackageSchema = z.strictObject({
  variant_id: id,
  quantity: packageQuantity.default(1),
  ...selection,
})
export type AddOrderPackageBody = z.infer<typeof addOrderPackageSchema>

/** `POST /admin/draft-orders/:id/packages/:line_id` and that of order edits: what is left out stays as it is. */
export const changeOrderPackageSchema = z.strictObject({
  quantity: packageQuantity.optional(),
  ...selection,
  /** Takes the recipe as it is now (P20); choices that it no longer has are dropped. */
  refresh_recipe: z.boolean().optional(),
})
export type ChangeOrderPackageBody = z.infer<typeof changeOrderPackageSchema>

/** `POST /admin/packages/orders/:id/lines/:line_id` */
export const documentListingSchema = z.strictObject({ lists_contents: z.boolean() })
export type DocumentListingBody = z.infer<typeof documentListingSchema>

/** `POST /admin/packages/orders/:id/lines/:line_id` */
export const documentListingAnswerSchema = documentListingSchema.extend({ line_id: z.string() })

/** A content or accessory of a package on an order. */
const orderContentAnswerSchema = z.object({
  line_id: z.string(),
  path: z.string(),
  role: z.string(),
  title: z.string(),
  quantity: z.number(),
  unit_price: amountAnswerSchema,
  is_hidden: z.boolean(),
  /** Whether the edit under way adds the line. */
  is_added: z.boolean(),
})
export type OrderContentAnswer = z.infer<typeof orderContentAnswerSchema>

/** A package on an order, as its edit makes it. */
const orderPackageAnswerSchema = z.object({
  line_id: z.string(),
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  quantity: z.number(),
  unit_price: amountAnswerSchema,
  choices: z.array(adminChoiceSchema),
  period: periodSchema.nullable(),
  hours: z.number().nullable(),
  days: z.number().nullable(),
  lists_contents: z.boolean(),
  contents: z.array(orderContentAnswerSchema),
})
export type OrderPackageAnswer = z.infer<typeof orderPackageAnswerSchema>

/** `GET /admin/draft-orders/:id/packages`, `GET /admin/order-edits/:id/packages` */
export const orderPackagesAnswerSchema = z.object({ packages: z.array(orderPackageAnswerSchema) })
export type OrderPackagesAnswer = z.infer<typeof orderPackagesAnswerSchema>

/** One line that the recipe of now would change. */
const refreshedLineAnswerSchema = z.object({
  kind: z.enum(["added", "changed", "removed"]),
  /** Null: it is not on the order yet. */
  line_id: z.string().nullable(),
  title: z.string(),
  quantity: z.object({ from: z.number(), to: z.number() }),
  unit_price: z.object({ from: amountAnswerSchema.nullable(), to: amountAnswerSchema.nullable() }),
})
export type RefreshedLineAnswer = z.infer<typeof refreshedLineAnswerSchema>

/** `GET /admin/draft-orders/:id/packages/:line_id/refresh` and that of order edits: nothing is changed. */
export const refreshPreviewAnswerSchema = z.object({
  lines: z.array(refreshedLineAnswerSchema),
  /** What these lines come to before and after, without tax lines and discounts. */
  total: z.object({ from: amountAnswerSchema, to: amountAnswerSchema }),
})
export type RefreshPreviewAnswer = z.infer<typeof refreshPreviewAnswerSchema>
