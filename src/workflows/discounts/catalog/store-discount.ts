import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import { toConflictError, changedMeanwhile } from "../../errors/to-conflict-error"

/** A discount as it is stored and as it is to be; null: there is none. */
export interface DiscountChange<TStored> {
  before: TStored | null
  after: TStored | null
}

/** Writes a change in one transaction; answers false where the discount is no longer as it was read. */
type Database = DiscountsModuleService["db"]["knex"]
type Write<TStored> = (db: Database, change: DiscountChange<TStored>) => Promise<boolean>

const databaseOf = (container: MedusaContainer): Database =>
  container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex

/** Both halves of a step that stores a discount: as it is to be, and, undone, as it was. */
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
