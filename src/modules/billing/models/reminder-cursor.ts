import { model } from "@medusajs/framework/utils"

/**
 * How far the search for due reminders has come: `news` up to an instant, `dates` up to a row on a date. Later positions
 * sort after earlier ones byte by byte.
 */
export const ReminderCursor = model.define("billing_reminder_cursor", {
  name: model.text().primaryKey(),
  position: model.text(),
})
