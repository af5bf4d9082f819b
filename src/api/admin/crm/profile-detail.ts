import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ProfileDetailAnswer } from "../../../contracts/customers/profiles"
import { customersOfProfiles, temperatureHistory } from "../../../modules/customers"
import { customersDatabase } from "../../../workflows/customers/profiles/editing"
import { storedProfile } from "../../../workflows/customers/profiles/stored-profile"
import { presentProfile, shownOn } from "./present-profile"
import { profileEvents } from "./profile-events"
import { userNames } from "./user-names"

/** A profile with its Medusa customers, its history and its time line. Throws NOT_FOUND. */
export async function profileDetail(container: MedusaContainer, id: string): Promise<ProfileDetailAnswer> {
  const db = customersDatabase(container)
  const profile = await storedProfile(db, id)
  const [customers, history, events] = await Promise.all([
    linkedCustomers(container, id),
    temperatureHistory(db, id),
    profileEvents(container, id),
  ])
  const nameOf = await userNames(
    container,
    history.map(({ changedBy }) => changedBy),
  )
  return {
    ...presentProfile(profile, await shownOn(container)),
    customers,
    temperature_history: history.map(({ from, to, changedAt, changedBy }) => ({
      from,
      to,
      changed_at: new Date(changedAt).toISOString(),
      actor_name: nameOf(changedBy),
    })),
    events,
  }
}

/** The Medusa customers of a profile that are still there. */
async function linkedCustomers(container: MedusaContainer, id: string): Promise<ProfileDetailAnswer["customers"]> {
  const linked = await customersOfProfiles(customersDatabase(container), [id])
  const ids = linked.map(({ customer_id }) => customer_id)
  const found = ids.length
    ? await container
        .resolve(Modules.CUSTOMER)
        .listCustomers({ id: ids }, { select: ["id", "email", "has_account"], take: ids.length })
    : []
  return linked.flatMap(({ customer_id, is_main }) => {
    const customer = found.find((one) => one.id === customer_id)
    return customer
      ? [{ id: customer_id, email: customer.email ?? null, has_account: customer.has_account, is_main }]
      : []
  })
}
