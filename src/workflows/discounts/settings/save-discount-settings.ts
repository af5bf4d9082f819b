import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveSettings } from "../../../contracts/discounts/settings"
import { saveDiscountSettingsStep } from "./steps/save-discount-settings"

/** Saves the store's discount settings; what is left out stays as it is. */
export const saveDiscountSettingsWorkflow = createWorkflow("discounts-save-settings", (input: SaveSettings) => {
  return new WorkflowResponse(saveDiscountSettingsStep(input))
})
