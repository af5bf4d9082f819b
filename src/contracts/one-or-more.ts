import { z } from "@medusajs/framework/zod"

/** One choice or a list of them: `status=active`, `status[]=active&status[]=past_due`. */
export const oneOrMore = <Schema extends z.ZodType>(choice: Schema) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(choice).optional())
