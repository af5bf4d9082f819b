import type { z } from "@medusajs/framework/zod"
import type { FieldProblem } from "../../errors/invalid-fields"

export type CheckedForm = { ok: true; values: Record<string, unknown> } | { ok: false; problems: FieldProblem[] }

/** What was filled into a provider's form, checked by its schema; each wrong field is named. */
export function checkForm(schema: z.ZodObject, values: Record<string, unknown>, name: string): CheckedForm {
  const parsed = schema.safeParse(values)
  return parsed.success
    ? { ok: true, values: parsed.data }
    : {
        ok: false,
        problems: parsed.error.issues.map(({ path, message }) => ({
          field: [name, ...path.map(String)].join("."),
          reason: message,
        })),
      }
}
