import { MedusaError } from "@medusajs/framework/utils"
import type { Collector } from "./contract"
import { demoCollector } from "./demo-collector"
import { invoiceCollector } from "./invoice-collector"
import { stripeCollector } from "./stripe-collector"

const collectors = new Map<string, Collector>()

/**
 * Adds a collector for a payment provider of the merchant's own, or puts it in the place of a built-in one. Call it once
 * in each process, where Medusa loads code at boot, e.g. in a file under `src/workflows/`:
 *
 * ```ts
 * import { registerCollector } from "medusa-service-commerce/collectors"
 * registerCollector(myCollector)
 * ```
 */
export function registerCollector(collector: Collector): void {
  if (!/^[a-z0-9-]+(_[a-z0-9-]+)*$/i.test(collector.identifier)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `A collector's identifier is its payment provider's, such as "stripe"; not "${collector.identifier}"`,
    )
  }
  collectors.set(collector.identifier, collector)
}

for (const builtIn of [demoCollector, stripeCollector]) {
  registerCollector(builtIn)
}

/**
 * The collector of a payment provider, by the provider's id `pp_<identifier>_<id>`. The longest identifier wins, so
 * that one for `stripe-sepa` is not taken for `stripe`. A provider without a collector gets the invoice collector.
 */
export function collectorFor(paymentProviderId: string | null | undefined): Collector {
  const name = paymentProviderId?.startsWith("pp_") ? paymentProviderId.slice(3) : null
  const fitting = name === null ? [] : [...collectors.keys()].filter((id) => name === id || name.startsWith(`${id}_`))
  const [longest] = fitting.sort((a, b) => b.length - a.length)
  return (longest && collectors.get(longest)) || invoiceCollector
}
