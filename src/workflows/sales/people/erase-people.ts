import { erasePerson, findPeople, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import type { PersonalDataErasure } from "../../ports/personal-data-erasure"

/** A word that the admin has a text for. */
const REASON = "customer_erased"

/** Destroys the keys of customers who are erased (H6): what the sales history says of them can't be read any more. */
export const erasePeople: PersonalDataErasure = async (container, { customerIds, actor, at }) => {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  for (const id of customerIds) {
    for (const person of await findPeople(knex, id)) {
      await erasePerson(knex, { personId: person.id, actor, reason: REASON, at })
    }
  }
}
