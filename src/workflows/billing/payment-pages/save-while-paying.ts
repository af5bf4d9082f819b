import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { collectorFor } from "../../../collectors"
import type { InvoiceToPay } from "../../../modules/billing"
import { preparePayerWorkflow } from "../payment-methods/prepare-payer"

/** The form's field by which a customer agrees that what they pay with is charged for the renewals, too. */
const FIELD = "save_method"

/** Whether what the customer pays with by this provider can become their subscription's method. */
export const canSave = ({ can_save }: Pick<InvoiceToPay, "can_save">, providerId: string): boolean =>
  can_save && collectorFor(providerId).canChargeOffSession

/** Whether the customer has agreed, and it can be done. */
export const savesMethod = (
  invoice: Pick<InvoiceToPay, "can_save">,
  { providerId, fields }: { providerId: string; fields: Readonly<Record<string, string>> },
): boolean => fields[FIELD] === "yes" && canSave(invoice, providerId)

/** Whether a session was made to save its method. */
export const isToBeSaved = ({ context }: PaymentSessionDTO): boolean => typeof context?.saves_for === "string"

/**
 * What a session has beside its form's data where the method is to be saved: the provider's own keys, the customer's account, and
 * for whom and since when they agree.
 */
export async function savingParts(
  container: MedusaContainer,
  { customer_id, provider_id, as_of }: { customer_id: string; provider_id: string; as_of: string },
): Promise<{ data: Record<string, unknown>; context: Record<string, unknown> }> {
  const { result } = await preparePayerWorkflow(container).run({ input: { customer_id, provider_id } })
  return {
    data: collectorFor(provider_id).checkoutData(),
    context: { ...result, saves_for: customer_id, agreed_on: as_of },
  }
}
