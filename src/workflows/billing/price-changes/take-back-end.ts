import { MedusaError } from "@medusajs/framework/utils"
import { endsWithoutConsent, forgetEndWithoutConsent } from "../../../modules/billing"
import type { Database } from "../../../modules/core"

/**
 * Whoever takes the end of a locked subscription back. It is the store's where its customer did not agree to a new price: a customer
 * does not keep the old one by undoing it, by a pause that moves it, or by taking an offer (B22). Throws NOT_ALLOWED.
 */
export async function takeBackEnd(
  trx: Database,
  { id, customer_id }: { id: string; customer_id?: string | undefined },
): Promise<void> {
  if (customer_id === undefined) {
    await forgetEndWithoutConsent(trx, id)
  } else if (await endsWithoutConsent(trx, id)) {
    const reason = "It ends because the new price was not accepted: ask the store"
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)
  }
}
