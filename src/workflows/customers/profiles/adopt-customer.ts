import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { inTransaction, newId } from "../../../modules/core"
import {
  createProfiles,
  hasLogIn,
  linkCustomer,
  profileOfCustomer,
  profilesWithEmail,
} from "../../../modules/customers"
import { bodyOfCustomer, checkProfile, leadOfCustomer, type StoredFields } from "../../../rules/customers"
import { checkContext } from "./check-context"
import { customersDatabase, editorOf, recordChanges, type Database, type Editing } from "./editing"

class LinkedMeanwhile extends Error {}

/** The fields of a customer's own profile; what Medusa takes and the rule does not is left out. */
async function fieldsOfCustomer(
  container: MedusaContainer,
  customer: CustomerDTO,
  editing: Editing,
): Promise<StoredFields> {
  const { company_name = null, first_name = null, last_name = null, phone = null, email = null } = customer
  const body = bodyOfCustomer({ company_name, first_name, last_name, phone, email })
  const context = await checkContext(container, editing.as_of)
  const checked = [body, { name: body.name }].map((one) => checkProfile(null, one, context)).find(({ ok }) => ok)
  if (!checked?.ok) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `No profile can be made of customer ${customer.id}`)
  }
  return checked.fields
}

/**
 * The profile of a Medusa customer: the one they have, the lead that has their e-mail, or a new one. Null where the customer
 * is no more. Twice is once, in two processes, too.
 */
export async function adoptCustomer(
  container: MedusaContainer,
  customerId: string,
  editing: Editing,
): Promise<string | null> {
  const db = customersDatabase(container)
  const before = await profileOfCustomer(db, customerId)
  if (before !== null) {
    return before
  }
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id: customerId })
  if (!customer) {
    return null
  }
  const fields = await fieldsOfCustomer(container, customer, editing)
  try {
    return await inTransaction(db, (trx) => writeAdoption(trx, { customer, fields, editing }))
  } catch (error) {
    if (error instanceof LinkedMeanwhile) {
      return profileOfCustomer(db, customerId)
    }
    throw error
  }
}

interface Adoption {
  customer: CustomerDTO
  fields: StoredFields
  editing: Editing
}

async function writeAdoption(trx: Database, { customer, fields, editing }: Adoption): Promise<string> {
  const { id: customerId, has_account } = customer
  const withEmail = fields.email_key === null ? [] : await profilesWithEmail(trx, fields.email_key)
  const found = leadOfCustomer(withEmail, { hasAccount: has_account })
  // Two log-ins are never one customer by themselves.
  const lead = found !== null && has_account && (await hasLogIn(trx, found)) ? null : found
  const id = lead ?? newId("cprof")
  if (lead === null) {
    await createProfiles(trx, [{ id, fields }], editorOf(editing))
  }
  if (!(await linkCustomer(trx, id, customerId))) {
    throw new LinkedMeanwhile()
  }
  await recordChanges(trx, editing, [
    ...(lead === null ? [{ profileId: id, type: "created" as const }] : []),
    { profileId: id, type: "linked", data: { customer_id: customerId } },
  ])
  return id
}
