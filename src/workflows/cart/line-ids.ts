import { randomBytes } from "crypto"
import { newId } from "../../modules/core"
import type { LineIdGenerator } from "../../rules/cart"

/** Ids of new lines and records. A key has 128 random bits, so it cannot be guessed. */
export const LINE_IDS: LineIdGenerator = {
  recordId: () => newId("slin"),
  lineId: () => newId("cali"),
  key: () => randomBytes(16).toString("hex"),
}

/** Ids for a plan that is not written. */
export function dryLineIds(): LineIdGenerator {
  let count = 0
  const next = () => `dry_${++count}`
  return { recordId: next, lineId: next, key: next }
}
