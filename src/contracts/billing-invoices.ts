import { z } from "@medusajs/framework/zod"

export const listInvoicesSchema = z.object({
  order_id: z.string().optional(),
  subscription_id: z.string().optional(),
  customer_id: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})
export type ListInvoicesQuery = z.infer<typeof listInvoicesSchema>
