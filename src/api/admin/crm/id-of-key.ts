import { createHash } from "node:crypto"
import { newId } from "../../../modules/core"

/** An id that the sender's key decides, so that the same request again makes nothing more; without a key, a new one. */
export const idOfKey = (prefix: string, key: string | undefined): string =>
  key === undefined ? newId(prefix) : `${prefix}_${createHash("sha256").update(key).digest("hex").slice(0, 26)}`
