import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../modules/billing"
import { migratePriceStep } from "./steps/migrate-price"

export interface MigratePriceInput extends ChangeContext {
  ids: string[]
  /** true: only says what would change. */
  dry_run: boolean
}

/** Amounts are of one unit, in major units. */
export interface PriceChange {
  subscription_id: string
  item_id: string
  title: string
  quantity: number
  currency_code: string
  from: string
  to: string
  is_tax_inclusive: boolean
  /** The first day of the first cycle that is billed at the new price. */
  from_cycle_on: string
}

export interface PriceMigrationResult {
  changes: PriceChange[]
  /** Those that stay as they are, and why. */
  unchanged: { subscription_id: string; item_id: string; reason: string }[]
}

/** Moves chosen subscriptions to their offer's current price from their next renewal on, or says what that would do (B22). */
export const migratePriceWorkflow = createWorkflow(
  "billing-migrate-price",
  (input: MigratePriceInput) => new WorkflowResponse(migratePriceStep(input)),
)
