import { z } from "@medusajs/framework/zod"

/** What every answer with a page of a list says of it, beside the rows. */
export const pageAnswerSchema = z.object({ count: z.number(), limit: z.number(), offset: z.number() })
export type PageAnswer = z.infer<typeof pageAnswerSchema>
