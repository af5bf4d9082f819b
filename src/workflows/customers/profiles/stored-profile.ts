import { MedusaError } from "@medusajs/framework/utils"
import { readProfiles, type ProfileRow } from "../../../modules/customers"
import type { Database } from "./editing"

/** A profile as it is stored. Throws NOT_FOUND. */
export async function storedProfile(db: Database, id: string): Promise<ProfileRow> {
  const [profile] = await readProfiles(db, [id])
  if (!profile) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Customer with id: ${id} was not found`)
  }
  return profile
}
