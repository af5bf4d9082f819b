import { linkCustomer } from "../../../modules/customers"
import { recordChanges, type Database, type Editing } from "./editing"

/** Who has ordered by a profile's link is that profile's, unless they have one. Twice is once; in the caller's transaction. */
export async function linkBuyer(
  trx: Database,
  { profileId, customerId, editing }: { profileId: string; customerId: string; editing: Editing },
): Promise<void> {
  if ((await linkCustomer(trx, profileId, customerId)) === "linked") {
    await recordChanges(trx, editing, [{ profileId, type: "linked", data: { customer_id: customerId } }])
  }
}
