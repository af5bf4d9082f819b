import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { writeBasePrices, type WantedPrices } from "../write-base-prices"

/** Writes the base prices of cycles to their variants' price sets; compensation restores them. */
export const writeCyclePricesStep = createStep(
  "billing-write-cycle-prices",
  async (wanted: WantedPrices[], { container }) => {
    const before = wanted.length ? await writeBasePrices(container, wanted) : []
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await writeBasePrices(container, before)
    }
  },
)
