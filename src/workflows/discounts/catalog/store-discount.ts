import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import { toConflictError, changedMeanwhile } from "../../errors/to-conflict-error"

/** A discount before and after a change; null: there is none. */
export interface DiscountChange<TStored> {
  before: TStored | null
  after: TStored | null
  expected?: number | undefined
}

/** Writes a change in one transaction; false where the discount was deleted meanwhile. */
type Database = DiscountsModuleService["db"]["knex"]
type Write<TStored> = (db: Database, change: DiscountChange<TStored>) => Promise<boolean>

const databaseOf = (container: MedusaContainer): Database =>
  container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex

/** Invoke and compensation of a step that stores a discount. */
export const storing = <TStored extends { discount: { id: string } }>(write: Write<TStored>) => ({
  invoke: async (change: DiscountChange<TStored>, { container }: { container: MedusaContainer }) => {
    const isWritten = await write(databaseOf(container), change).catch((error: unknown) => {
      throw toConflictError(error)
    })
    if (!isWritten) {
      throw changedMeanwhile()
    }
    return new StepResponse((change.after ?? change.before)?.discount.id ?? "", change)
  },
  compensate: async (change: DiscountChange<TStored> | undefined, { container }: { container: MedusaContainer }) => {
    if (change) {
      await write(databaseOf(container), { before: change.after, after: change.before })
    }
  },
})
