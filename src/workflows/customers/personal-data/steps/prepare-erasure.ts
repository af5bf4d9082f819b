import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { customersOfProfiles, guestsOfCarts, mergedIds, requestsByLinks } from "../../../../modules/customers"
import { customerDeletion } from "../../../ports/customer-deletion"
import { customersDatabase } from "../../profiles/editing"
import { storedProfile } from "../../profiles/stored-profile"
import { requestFormKey } from "../../quick-orders/request-product"
import { cartsOfLinks } from "../carts-of-links"

export interface PersonToErase {
  profile_id: string
  profile_ids: string[]
  customer_ids: string[]
  form_keys: string[]
}

/** Whom an erasure is about. Throws where something runs on for them; nothing is written. */
export const prepareErasureStep = createStep("customers-prepare-erasure", async (id: string, { container }) => {
  const db = customersDatabase(container)
  await storedProfile(db, id)
  const profile_ids = await mergedIds(db, id)
  const linked = (await customersOfProfiles(db, profile_ids)).map(({ customer_id }) => customer_id)
  const guests = await guestsOfCarts(db, await cartsOfLinks(db, profile_ids))
  const customer_ids = [...linked, ...guests]
  for (const refuse of customerDeletion.getAll()) {
    await refuse(container, customer_ids)
  }
  const form_keys = (await requestsByLinks(db, profile_ids)).map(requestFormKey)
  return new StepResponse<PersonToErase>({ profile_id: id, profile_ids, customer_ids, form_keys })
})
