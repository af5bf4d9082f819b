import { model } from "@medusajs/framework/utils"

/** A server or account of a provider (S8). */
export const Server = model.define("provisioning_server", {
  id: model.id({ prefix: "psrv" }).primaryKey(),
  provider_id: model.text(),
  name: model.text(),
  server_group: model.text().nullable(),
  /** How many services it takes; null: any number. */
  capacity: model.number().nullable(),
  rank: model.number().default(0),
  /** Whether it takes new services. */
  is_active: model.boolean().default(true),
  /** Encrypted, with the id of the key; never answered. */
  credentials: model.text().nullable(),
  key_id: model.text().nullable(),
  /** Until when it wants to be left alone (`Retry-After`). */
  resting_until: model.dateTime().nullable(),
  /** Why nothing more is asked of it; an admin switches it on again. */
  stop_reason: model.text().nullable(),
  /** When it was compared with what is known of it, how much differed, and why it could not be. */
  compared_at: model.dateTime().nullable(),
  differences: model.number().nullable(),
  compare_problem: model.text().nullable(),
  version: model.number().default(1),
  changed_in: model.json().default({}),
})
