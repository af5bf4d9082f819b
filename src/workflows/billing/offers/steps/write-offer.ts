import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { changedMeanwhile } from "../../../errors/to-conflict-error"
import { BILLING_MODULE, type BillingModuleService, type StoredOffer } from "../../../../modules/billing"

export interface OfferChange {
  before: StoredOffer | null
  /** null: the offer is deleted. */
  after: StoredOffer | null
  /** Whether the variants of its cycles were given prices, which are Medusa's. */
  has_new_prices?: boolean
  /** The version that it was decided on; left out: whatever it is. */
  expected?: number | undefined
}

/** PostgreSQL's code for a violated unique index. */
const UNIQUE_VIOLATION = "23505"

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === UNIQUE_VIOLATION

/** Stores an offer in one transaction; compensation restores the earlier one. */
export const writeOfferStep = createStep(
  "billing-write-offer",
  async ({ before, after, has_new_prices, expected }: OfferChange, { container }) => {
    const billing: BillingModuleService = container.resolve(BILLING_MODULE)
    try {
      if (!(await billing.writeOffer(before, after, { also: has_new_prices ? ["prices"] : [], expected }))) {
        throw changedMeanwhile()
      }
    } catch (error) {
      if (isUniqueViolation(error)) {
        throw new MedusaError(MedusaError.Types.CONFLICT, "The offer was changed by somebody else in the meantime")
      }
      throw error
    }
    return new StepResponse(after, { before, after })
  },
  async (change, { container }) => {
    if (change) {
      const billing: BillingModuleService = container.resolve(BILLING_MODULE)
      await billing.writeOffer(change.after, change.before)
    }
  },
)
