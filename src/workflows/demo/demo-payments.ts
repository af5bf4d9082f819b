import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import type { DemoChargeAnswer, DemoPaymentsAnswer } from "../../contracts/billing/demo-payments"
import {
  listLatestCharges,
  listSwitches,
  setSwitch,
  type DemoCharge,
  type DemoSwitch,
} from "../../providers/demo-payment/ledger"

/** The part of Medusa's payment module that its interface does not declare: the providers that this process has. */
interface PaymentProviders extends IPaymentModuleService {
  paymentProviderService_?: { retrieveProvider: (id: string) => unknown }
}

/** Medusa keeps a row of each provider that it ever had; only what this process has registered can be asked. */
function isRegistered(payment: PaymentProviders, id: string): boolean {
  try {
    return Boolean(payment.paymentProviderService_?.retrieveProvider(id))
  } catch {
    return false
  }
}

/** A store without the demo provider knows nothing of it. */
export async function booksOf(container: MedusaContainer) {
  const payment = container.resolve(Modules.PAYMENT)
  const providers = await payment.listPaymentProviders({ is_enabled: true })
  const isThere = providers.some(({ id }) => id.startsWith("pp_demo_") && isRegistered(payment, id))
  if (!isThere) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "This store has no demo payment provider")
  }
  return container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
}

/** The demo provider's switches and its latest charges. */
export async function readDemoPayments(container: MedusaContainer): Promise<DemoPaymentsAnswer> {
  const knex = await booksOf(container)
  const charges = await listLatestCharges(knex)
  return { switches: await listSwitches(knex), charges: charges.map(presentCharge) }
}

/** Without the request itself, by which the provider knows a repeated one. */
const presentCharge = ({ request: _request, created_at, ...charge }: DemoCharge): DemoChargeAnswer => ({
  ...charge,
  created_at: created_at.toISOString(),
})

/** Turns one of the demo provider's switches. */
export async function setDemoPayment(container: MedusaContainer, change: DemoSwitch): Promise<void> {
  await setSwitch(await booksOf(container), change)
}
