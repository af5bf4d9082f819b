import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { collectorFor } from "../../../collectors"
import { sum, type Decimal } from "../../../rules/money"
import type { OrderFacts } from "../../orders/order-facts"

/**
 * What the payment providers of an order say that they have taken, or will take by what they authorised. null: there is no
 * payment, or a provider does not say.
 */
export async function takenAtCheckout(
  container: MedusaContainer,
  { paymentCollections, currencyCode }: Pick<OrderFacts, "paymentCollections" | "currencyCode">,
): Promise<Decimal | null> {
  const live = paymentCollections.flatMap(({ payments }) => payments.filter(({ canceledAt }) => canceledAt === null))
  // Where one provider does not say, the others are not asked.
  if (!live.length || live.some(({ providerId }) => !collectorFor(providerId).readTaken)) {
    return null
  }
  const ids = live.map(({ id }) => id)
  const payments = await container.resolve(Modules.PAYMENT).listPayments({ id: ids }, { take: ids.length })
  const taken = payments.map(
    ({ provider_id, data, captured_at }) =>
      collectorFor(provider_id).readTaken?.(
        { status: captured_at ? "captured" : "authorized", data: data ?? {} },
        currencyCode,
      ) ?? null,
  )
  return taken.every((amount) => amount !== null) ? sum(taken) : null
}
