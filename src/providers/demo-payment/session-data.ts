import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { text } from "../../contracts/text"

const storable = text(255)

/**
 * The `data` of a session with the demo provider. The keys that a shop sends are Stripe's: a saved `payment_method`,
 * `confirm` (charge already when the session is made), `setup_future_usage` (save the method).
 * The storefront can read it, so nothing secret is in it.
 */
const sessionDataSchema = z.object({
  session_id: storable.nullish(),
  payment_method: storable.nullish(),
  confirm: z.boolean().nullish(),
  setup_future_usage: z.enum(["off_session", "on_session"]).nullish(),
  /** The customer has confirmed. */
  confirmed: z.boolean().nullish(),
  /** The month in which the card expires, `2027-02`: what a shop sends is what the card has. */
  expires: storable.nullish(),
  capture: z.enum(["automatic", "manual"]).nullish(),
  amount: storable.nullish(),
  currency_code: storable.nullish(),
  account_holder_id: storable.nullish(),
  /** The charge in the provider's books, once it was made. */
  id: storable.nullish(),
  decline_code: storable.nullish(),
  /** What was taken, in whole minor units of the currency. */
  taken: storable.nullish(),
})

export type DemoSessionData = z.output<typeof sessionDataSchema>

/** The keys that the provider writes alone: a session that is opened with them has them from somebody else. */
export const PROVIDERS_OWN = { id: undefined, decline_code: undefined, taken: undefined, status: undefined }

/** Reads what stands in a session's `data`; foreign keys are left out, a wrong type is an error that names the key. */
export function readSessionData(data: unknown): DemoSessionData {
  const result = sessionDataSchema.safeParse(data ?? {})
  if (result.success) {
    return result.data
  }
  const problems = result.error.issues.map(({ path, message }) => `${["data", ...path].join(".")}: ${message}`)
  throw new MedusaError(MedusaError.Types.INVALID_DATA, problems.join("; "))
}
