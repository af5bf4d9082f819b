import type { MedusaContainer, RegionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createRegionsWorkflow, updateStoresWorkflow } from "@medusajs/medusa/core-flows"

/** Japan is there where a suite has created it. */
export type TestRegions = { eur: RegionDTO; chf: RegionDTO; jpy?: RegionDTO }

/** A region in euro (Germany, France) and one in francs (Switzerland), open to every payment provider of the store. */
export async function createRegions(container: MedusaContainer): Promise<TestRegions> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const currencies = [{ currency_code: "eur", is_default: true }, { currency_code: "chf" }]
  await updateStoresWorkflow(container).run({
    input: { selector: { id: store?.id }, update: { supported_currencies: currencies } },
  })
  const providers = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  const payment_providers = providers.map(({ id }) => id)
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "Euro zone", currency_code: "eur", countries: ["de", "fr"], payment_providers },
        { name: "Switzerland", currency_code: "chf", countries: ["ch"], payment_providers },
      ],
    },
  })
  const [eur, chf]: RegionDTO[] = result
  if (!eur || !chf) {
    throw new Error("The test regions were not created")
  }
  return { eur, chf }
}
