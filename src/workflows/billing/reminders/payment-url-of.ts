import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { CivilDate } from "../../../rules/calendar"
import { createPaymentLink } from "../payment-pages/create-payment-link"

/** A new address at which an invoice is paid; null where the store has no public address, or nothing is asked for any more. */
export async function paymentUrlOf(
  container: MedusaContainer,
  { invoiceId, asOf }: { invoiceId: string; asOf: CivilDate },
): Promise<string | null> {
  try {
    const link = { invoice_id: invoiceId, made_for: "mail" as const, actor: "system" as const, as_of: asOf }
    return (await createPaymentLink(container, link)).url
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) {
      container.resolve(ContainerRegistrationKeys.LOGGER).warn(`A reminder goes without a link: ${error.message}`)
      return null
    }
    throw error
  }
}
