import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DEFAULT_SETTINGS, type SettingsRow } from "../../rows"

const TABLE = "discounts_settings"

/** The settings as saved, or else the defaults. */
export async function readSettings(knex: Knex): Promise<SettingsRow> {
  const row = await knex(TABLE)
    .where("id", "settings")
    .first<SettingsRow | undefined>(
      "is_advanced",
      "on_special_prices",
      "order_discount_base",
      "personal_scope",
      "max_discount_percent",
      "min_margin_percent",
    )
  return row ?? DEFAULT_SETTINGS
}

export async function writeSettings(knex: Knex, settings: SettingsRow): Promise<void> {
  await knex(TABLE)
    .insert({ id: "settings", ...settings })
    .onConflict("id")
    .merge({ ...settings, updated_at: knex.fn.now() })
}
