import { MedusaError } from "@medusajs/framework/utils"
import type { LineRecord } from "../../rules/cart"
import type { CartRoom } from "./cart-stage"

/**
 * Validates records by the schemas of the rooms whose sections they have, on reading and on writing. Throws
 * UNEXPECTED_STATE: a payload decides about money, so an invalid one stops the request.
 */
export function checkPayloads(records: LineRecord[], rooms: Pick<CartRoom, "room" | "payload">[]): LineRecord[] {
  for (const { id, payload } of records) {
    for (const { room, payload: schema } of rooms) {
      const checked = schema && Object.hasOwn(payload, room) ? schema.safeParse(payload[room]) : null
      if (checked?.success === false) {
        const [issue] = checked.error.issues
        const field = ["payload", room, ...(issue?.path ?? [])].join(".")
        throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `${field} of line record ${id}: ${issue?.message}`)
      }
    }
  }
  return records
}
