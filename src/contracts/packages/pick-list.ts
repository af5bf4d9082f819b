import { z } from "@medusajs/framework/zod"
import { PICK_ROLES } from "../../rules/packages"

const quantities = {
  quantity: z.string(),
  fulfilled: z.string(),
  returned: z.string(),
  to_fulfil: z.string(),
}

const entry = z.object({
  line_id: z.string(),
  variant_id: z.string().nullable(),
  title: z.string(),
  sku: z.string().nullable(),
  role: z.enum(PICK_ROLES),
  /** Packages around it. */
  depth: z.number(),
  is_package: z.boolean(),
  /** Whether the customer does not see it. */
  is_hidden: z.boolean(),
  /** Null: it is sold for good. */
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  ...quantities,
})
export type PickEntryAnswer = z.infer<typeof entry>

const total = z.object({
  variant_id: z.string().nullable(),
  title: z.string(),
  sku: z.string().nullable(),
  ...quantities,
})
export type PickTotalAnswer = z.infer<typeof total>

/** `GET /admin/packages/orders/:id/pick-list` */
export const pickListAnswerSchema = z.object({
  order: z.object({
    id: z.string(),
    display_id: z.number().nullable(),
    is_canceled: z.boolean(),
    email: z.string().nullable(),
    created_at: z.string(),
    /** Whom it goes to, line by line. */
    address: z.array(z.string()),
  }),
  /** Each with what is in it, to the last level. */
  packages: z.array(z.object({ package: entry, lines: z.array(entry) })),
  /** Outside packages. */
  articles: z.array(entry),
  /** One row for each article, summed. */
  totals: z.array(total),
})
export type PickListAnswer = z.infer<typeof pickListAnswerSchema>
