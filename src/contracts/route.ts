import { z } from "@medusajs/framework/zod"

/**
 * Who may call a route. Admin: a user's session or bearer token, or a secret API key. Customer: a customer's session or
 * bearer token. Visitor: anybody; a customer's token is heard where it is sent. Those of the Store API send the
 * publishable key as well.
 */
export const CALLERS = ["admin", "customer", "visitor"] as const
export type Caller = (typeof CALLERS)[number]

/** What a route takes and answers. `docs/reference/openapi.json` is made from it. */
export interface RouteContract {
  method: "GET" | "POST" | "DELETE"
  /** As Express has it: `/admin/billing/runs/:id`. */
  path: `/${"admin" | "store"}/${string}`
  caller: Caller
  summary: string
  query?: z.ZodType
  body?: z.ZodType
  /** 201 where something was created; 200 where left out. */
  status?: 201
  /** What is answered; a name of a media type: a file of it; `application/`: of one that the path names. */
  answer: z.ZodType | "text/csv" | "application/pdf" | "application/"
  /** Answers 429 with `Retry-After` where it is asked too often (option `askLimits`). */
  isLimited?: true
}

/** What is answered instead where a request is refused. `type` is missing where nobody is logged in. */
export const errorAnswerSchema = z.object({
  type: z.string().optional(),
  /** Names the field and the reason. */
  message: z.string(),
  /** Medusa's own, with some types. */
  code: z.string().optional(),
})
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>

/** What is answered where something was deleted. */
export const deletedAnswerSchema = <Kind extends string>(object: Kind) =>
  z.object({ id: z.string(), object: z.literal(object), deleted: z.literal(true) })
