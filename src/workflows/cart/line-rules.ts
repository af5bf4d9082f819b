import { createPort } from "../ports/create-port"
import type { CartRoom } from "./cart-stage"

/** What a room says of its lines outside the passes. */
export type LineRules = Pick<CartRoom, "room" | "joinsAddition" | "dependentRefusal">

export const lineRules = createPort<LineRules>("what each room says of its lines in a cart")
