import { z } from "@medusajs/framework/zod"
import { id } from "../id"
import { choiceSchema, packageQuantity, selectionFields } from "./cart"

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

/** A content or accessory of a package on an order. */
export interface OrderContentAnswer {
  line_id: string
  path: string
  role: string
  title: string
  quantity: number
  unit_price: string
  is_hidden: boolean
  /** Whether the edit under way adds the line. */
  is_added: boolean
}

/** A package on an order, as its edit makes it. */
export interface OrderPackageAnswer {
  line_id: string
  product_id: string
  variant_id: string
  title: string
  quantity: number
  unit_price: string
  choices: AdminChoiceBody[]
  period: { from: string; to: string } | null
  hours: number | null
  days: number | null
  lists_contents: boolean
  contents: OrderContentAnswer[]
}

/** `GET /admin/draft-orders/:id/packages`, `GET /admin/order-edits/:id/packages` */
export interface OrderPackagesAnswer {
  packages: OrderPackageAnswer[]
}

/** One line that the recipe of now would change. */
export interface RefreshedLineAnswer {
  kind: "added" | "changed" | "removed"
  /** Null: it is not on the order yet. */
  line_id: string | null
  title: string
  quantity: { from: number; to: number }
  unit_price: { from: string | null; to: string | null }
}

/** `GET /admin/draft-orders/:id/packages/:line_id/refresh` and that of order edits: nothing is changed. */
export interface RefreshPreviewAnswer {
  lines: RefreshedLineAnswer[]
  /** What these lines come to before and after, without tax lines and discounts. */
  total: { from: string; to: string }
}
