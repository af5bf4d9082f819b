import { model } from "@medusajs/framework/utils"
import { NOTE_PRIORITIES } from "../../../rules/customers"

/** A note on a profile; text is text, never HTML (C5, C8). */
export const Note = model
  .define("customers_note", {
    id: model.id({ prefix: "cnote" }).primaryKey(),
    profile_id: model.text(),
    text: model.text(),
    priority: model.enum([...NOTE_PRIORITIES]).default("none"),
    follow_up_on: model.text().nullable(),
    followed_up_at: model.dateTime().nullable(),
    /** The user; null: an import. */
    created_by: model.text().nullable(),
    version: model.number().default(1),
    changed_in: model.json().default({}),
  })
  .indexes([
    { name: "IDX_customers_note_profile_id", on: ["profile_id", "created_at", "id"] },
    {
      name: "IDX_customers_note_follow_up",
      on: ["follow_up_on"],
      where: "follow_up_on IS NOT NULL AND followed_up_at IS NULL AND deleted_at IS NULL",
    },
  ])
