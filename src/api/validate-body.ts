import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { parseInput } from "./parse-input"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => void

/** A middleware that says which body it takes. */
export type BodyValidator = Middleware & { readonly schema: z.ZodType }

/** Checks a request's body by its schema; a wrong one is answered with 400, and each wrong field is named. */
export function validateBody(schema: z.ZodType): BodyValidator {
  const validate: Middleware = (req, _res, next) => {
    req.validatedBody = parseInput(schema, req.body ?? {})
    next()
  }
  return Object.assign(validate, { schema })
}
