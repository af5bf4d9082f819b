import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { erasePerson, findPeople, SALES_MODULE, type SalesModuleService } from "../../../../modules/sales"

export interface EraseCustomerInput {
  customer_id: string
  reason: string | null
  actor: string
  /** The instant, in ISO 8601. */
  now: string
}

/** Destroys the key of a customer's fields in all their sales. It cannot be taken back, so there is no compensation. */
export const eraseCustomerStep = createStep(
  "sales-erase-customer",
  async ({ customer_id, reason, actor, now }: EraseCustomerInput, { container }) => {
    const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
    const people = await findPeople(knex, customer_id)
    if (!people.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `The sales history has no personal fields of the customer with id: ${customer_id}`,
      )
    }
    for (const person of people) {
      await erasePerson(knex, { personId: person.id, actor, reason, at: new Date(now) })
    }
    return new StepResponse({ customer_id })
  },
)
