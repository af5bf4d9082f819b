import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import { erasePerson } from "../../../../modules/customers"
import { customersDatabase, recordChanges, type Editing } from "../../profiles/editing"
import { cartsOfLinks } from "../carts-of-links"
import type { PersonToErase } from "./prepare-erasure"

export interface ErasePersonInput {
  person: PersonToErase
  editing: Editing
}

/** Erases what says who somebody was. One transaction, and the last step: there is nothing to compensate. */
export const erasePersonStep = createStep(
  "customers-erase-person",
  async ({ person, editing }: ErasePersonInput, { container }) => {
    await inTransaction(customersDatabase(container), async (trx) => {
      await erasePerson(trx, {
        profileIds: person.profile_ids,
        customerIds: person.customer_ids,
        cartIds: await cartsOfLinks(trx, person.profile_ids),
        at: new Date(editing.at),
      })
      await recordChanges(trx, editing, [{ profileId: person.profile_id, type: "erased" }])
    })
    return new StepResponse(person.profile_id)
  },
)
