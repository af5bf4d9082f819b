import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { planBasePrices } from "../../../../rules/billing"
import { writeBasePrices, type WantedPrices } from "../write-base-prices"

/**
 * Writes the base prices of cycles to their variants' price sets; compensation restores them. Result: whether any was
 * changed.
 */
export const writeCyclePricesStep = createStep(
  "billing-write-cycle-prices",
  async (wanted: WantedPrices[], { container }) => {
    const before = wanted.length ? await writeBasePrices(container, wanted) : []
    const isChanged = wanted.some(({ prices }, index) => {
      const old = (before[index]?.prices ?? []).map((price) => ({ ...price, id: "" }))
      const { write, remove } = planBasePrices(prices, old)
      return write.length + remove.length > 0
    })
    return new StepResponse(isChanged, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await writeBasePrices(container, before)
    }
  },
)
