import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules, PaymentWebhookEvents } from "@medusajs/framework/utils"
import type { DemoLateOutcome } from "../../contracts/billing/demo-payments"
import { recordLateOutcome } from "../../providers/demo-payment/ledger"
import { booksOf } from "./demo-payments"

/** Has the demo provider's bank say what came of a charge; the store hears of it as of any provider's message. */
export async function reportLateOutcome(
  container: MedusaContainer,
  { id, outcome }: { id: string; outcome: DemoLateOutcome },
): Promise<void> {
  if (!(await recordLateOutcome(await booksOf(container), id, outcome))) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `The demo provider's charge ${id} cannot be ${outcome} now`)
  }
  const data = { type: `charge.${outcome}`, charge: id }
  await container.resolve(Modules.EVENT_BUS).emit({
    name: PaymentWebhookEvents.WebhookReceived,
    data: { provider: "demo_demo", payload: { data, rawData: JSON.stringify(data), headers: {} } },
  })
}
