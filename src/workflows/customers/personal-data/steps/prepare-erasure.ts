import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { customersOfProfiles, mergedIds } from "../../../../modules/customers"
import { customerDeletion } from "../../../ports/customer-deletion"
import { customersDatabase } from "../../profiles/editing"
import { storedProfile } from "../../profiles/stored-profile"

export interface PersonToErase {
  profile_id: string
  profile_ids: string[]
  customer_ids: string[]
}

/** Whom an erasure is about. Throws where something runs on for them; nothing is written. */
export const prepareErasureStep = createStep("customers-prepare-erasure", async (id: string, { container }) => {
  const db = customersDatabase(container)
  await storedProfile(db, id)
  const profile_ids = await mergedIds(db, id)
  const customer_ids = (await customersOfProfiles(db, profile_ids)).map(({ customer_id }) => customer_id)
  for (const refuse of customerDeletion.getAll()) {
    await refuse(container, customer_ids)
  }
  return new StepResponse<PersonToErase>({ profile_id: id, profile_ids, customer_ids })
})
