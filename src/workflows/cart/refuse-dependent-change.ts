import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, readLineRecordOf } from "../../modules/core"
import type { LineRecord } from "../../rules/cart"
import { refuse } from "../errors/refuse"
import { lineRules } from "./line-rules"

/** A dependent line cannot be removed, repriced or kept apart from its parent, whichever room has made it. */
export async function refuseDependentChange(container: MedusaContainer, lineId: string): Promise<void> {
  refuseDependent(await recordOf(container, lineId))
}

/** Medusa removes a line whatever cart the path names; one with a record is removed through its own cart only. */
export async function validateLineRemoval(container: MedusaContainer, cartId: string, lineId: string): Promise<void> {
  const record = await recordOf(container, lineId)
  if (record && record.cartId !== cartId) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Line item with id: ${lineId} was not found`)
  }
  refuseDependent(record)
}

const recordOf = (container: MedusaContainer, lineId: string): Promise<LineRecord | null> =>
  readLineRecordOf(container.resolve<CoreModuleService>(CORE_MODULE).db.knex, lineId)

function refuseDependent(record: LineRecord | null): void {
  if (record && record.parentId !== null) {
    const room = lineRules.getAll().find((one) => one.room === record.room)
    refuse("line_id", room?.dependentRefusal ?? "This line follows another one: change or remove that one instead")
  }
}
