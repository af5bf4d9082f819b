import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"

/** Reads a query string by its schema. Throws a MedusaError that names each wrong field and why. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> {
  const result = schema.safeParse(query)
  if (result.success) {
    return result.data
  }
  const problems = result.error.issues.map((issue) => `${issue.path.join(".") || "query"}: ${issue.message}`)
  throw new MedusaError(MedusaError.Types.INVALID_DATA, problems.join("; "))
}
