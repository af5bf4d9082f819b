import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "../create-port"

/** Leaves out of a cart or an order what its buyer must not see; its money is in the line that it belongs to. */
export type HiddenContents = <Value>(container: MedusaContainer, value: Value) => Promise<Value>

export const hiddenContents = createPort<HiddenContents>("what is hidden of a cart")
