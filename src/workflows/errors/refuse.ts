import { MedusaError } from "@medusajs/framework/utils"
import { oneLine } from "../../rules/text"

/** A refusal names the field and the reason, in Medusa's error shape (400). */
export function refuse(field: string, reason: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, oneLine(`${field}: ${reason}`))
}
