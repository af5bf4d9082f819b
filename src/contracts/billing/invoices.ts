import { z } from "@medusajs/framework/zod"
import { text } from "../text"

export const listInvoicesSchema = z.object({
  order_id: text(255).optional(),
  subscription_id: text(255).optional(),
  customer_id: text(255).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
})
export type ListInvoicesQuery = z.infer<typeof listInvoicesSchema>
