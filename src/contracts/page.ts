import { z } from "@medusajs/framework/zod"

const LAST_ROW = 10_000_000

/** Which part of a list is asked for. */
export const pageQuery = ({ most, standard }: { most: number; standard: number }) => ({
  limit: z.coerce.number().int().min(1).max(most).default(standard),
  offset: z.coerce.number().int().min(0).max(LAST_ROW).default(0),
})

/** What every answer with a page of a list says of it, beside the rows. */
export const pageAnswerSchema = z.object({ count: z.number(), limit: z.number(), offset: z.number() })
export type PageAnswer = z.infer<typeof pageAnswerSchema>
