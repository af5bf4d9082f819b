import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, findExitRequest } from "../../../../modules/billing"
import { refuse } from "../../../errors/refuse"
import type { CarryOutExitInput } from "./finish-exit"

/** The declaration that an admin carries out. Refused where it is not open any more, or where nobody said whose contract it is. */
export const loadOpenExitStep = createStep(
  "billing-load-open-exit",
  async ({ id, when }: CarryOutExitInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const row = await findExitRequest(knex, id)
    if (!row) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Exit request with id: ${id} was not found`)
    }
    if (row.status !== "open") {
      refuse("status", `the request is ${row.status.replace("_", " ")} already`)
    }
    if (when !== "done" && row.subscription_id === null) {
      refuse("subscription_id", "say first which subscription is meant")
    }
    return new StepResponse({ id, subscription_id: row.subscription_id ?? "" })
  },
)
