import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { oneLine } from "../rules/text"

/** `cycles.0.prices.1.amount` as a developer writes it: `cycles[0].prices[1].amount`. */
function fieldName(path: PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    return typeof key === "number" ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key)
  }, "")
}

/** Reads a body or a query string by its schema. Throws a MedusaError that names each wrong field and why. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) {
    return result.data
  }
  const problems = result.error.issues.map(({ path, message }) => {
    const field = fieldName(path)
    return oneLine(field ? `${field}: ${message}` : message)
  })
  throw new MedusaError(MedusaError.Types.INVALID_DATA, problems.join("; "))
}
