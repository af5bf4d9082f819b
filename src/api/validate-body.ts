import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { parseInput } from "./parse-input"

/** Checks a request's body by its schema; a wrong one is answered with 400, and each wrong field is named. */
export function validateBody(schema: z.ZodType) {
  return (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
    req.validatedBody = parseInput(schema, req.body ?? {})
    next()
  }
}
