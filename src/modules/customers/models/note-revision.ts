import { model } from "@medusajs/framework/utils"
import { NOTE_PRIORITIES } from "../../../rules/customers"

/** What a note said before it was edited (C5). Rows never change. */
export const NoteRevision = model
  .define("customers_note_revision", {
    id: model.id({ prefix: "cnrev" }).primaryKey(),
    note_id: model.text(),
    /** The note's version that said so. */
    note_version: model.number(),
    text: model.text(),
    priority: model.enum([...NOTE_PRIORITIES]),
    follow_up_on: model.text().nullable(),
    /** Who replaced it. */
    edited_by: model.text().nullable(),
  })
  .indexes([{ name: "IDX_customers_note_revision_once", on: ["note_id", "note_version"], unique: true }])
