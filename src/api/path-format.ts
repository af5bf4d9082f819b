import { MedusaError } from "@medusajs/framework/utils"
import { documentFormatSchema } from "../contracts/billing/documents"
import type { DocumentFormatName } from "../rules/billing"

/** The format in the path of a download. Another one is not found. */
export function pathFormat(format: string | undefined): DocumentFormatName {
  const known = documentFormatSchema.safeParse(format)
  if (!known.success) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Document with format: ${JSON.stringify(format ?? "")} was not found`,
    )
  }
  return known.data
}
