import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import { customersOfProfiles, hasLogIn, linkCustomer } from "../../../../modules/customers"
import { refuse } from "../../../errors/refuse"
import { customersDatabase, recordChanges, type Editing } from "../editing"
import { storedProfile } from "../stored-profile"

export interface LinkCustomerInput {
  profile_id: string
  /** Medusa's customer. */
  customer_id: string
  editing: Editing
}

/** Links a Medusa customer to a profile; twice is once. One transaction, and the last step: nothing compensates. */
export const linkCustomerStep = createStep(
  "customers-link-customer",
  async ({ profile_id, customer_id, editing }: LinkCustomerInput, { container }) => {
    const db = customersDatabase(container)
    await storedProfile(db, profile_id)
    const linked = (await customersOfProfiles(db, [profile_id])).map((one) => one.customer_id)
    if (linked.includes(customer_id)) {
      return new StepResponse(profile_id)
    }
    const customers = container.resolve(Modules.CUSTOMER)
    const customer = await customers.retrieveCustomer(customer_id, { select: ["id", "has_account"] })
    await inTransaction(db, async (trx) => {
      if (customer.has_account && (await hasLogIn(trx, profile_id))) {
        refuse("customer_id", "has a log-in, and the profile has another one")
      }
      if (!(await linkCustomer(trx, profile_id, customer_id))) {
        refuse("customer_id", "has a profile already")
      }
      await recordChanges(trx, editing, [{ profileId: profile_id, type: "linked", data: { customer_id } }])
    })
    return new StepResponse(profile_id)
  },
)
