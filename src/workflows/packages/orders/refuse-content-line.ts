import type { MedusaContainer } from "@medusajs/framework/types"
import { isDependent } from "../../../rules/cart"
import { refuse } from "../../errors/refuse"
import { loadPackageSale, referenceOf } from "./load-package-sale"

interface ChangedItem {
  lineId?: string | undefined
  /** Medusa's action of the open edit, which names the line. */
  actionId?: string | undefined
}

/** Refuses a change of one line of an order where it is part of a package. What does not exist is left to Medusa. */
export async function refuseContentLine(
  container: MedusaContainer,
  orderId: string,
  { lineId, actionId }: ChangedItem,
): Promise<void> {
  const { edit, lines } = await loadPackageSale(container, orderId)
  const action = edit?.actions.find(({ id }) => id === actionId)
  const changed = lineId ?? (action && referenceOf(action))
  const planned = lines.find(({ line }) => line.id === changed)
  if (planned?.record && isDependent(planned)) {
    refuse("item_id", "A content follows its package: change or remove the package instead")
  }
}
