import { MedusaError } from "@medusajs/framework/utils"

/** Ids as this store makes them, and as merchants choose them; anything else would only trouble the database. */
const ID = /^[\w.:-]{1,255}$/

/** The id in a path. What cannot be an id is not found. */
export function pathId(id: string | undefined, what: string): string {
  if (!id || !ID.test(id)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `${what} with id: ${JSON.stringify(id ?? "")} was not found`)
  }
  return id
}
