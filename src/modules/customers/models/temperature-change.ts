import { model } from "@medusajs/framework/utils"
import { TEMPERATURES } from "../../../rules/customers"

/** One entry of a profile's history of temperatures (C7). Rows never change, but that a merge moves them. */
export const TemperatureChange = model
  .define("customers_temperature_change", {
    id: model.id({ prefix: "ctemp" }).primaryKey(),
    profile_id: model.text(),
    from_temperature: model.enum([...TEMPERATURES]).nullable(),
    to_temperature: model.enum([...TEMPERATURES]),
    changed_at: model.dateTime(),
    changed_by: model.text().nullable(),
  })
  .indexes([{ name: "IDX_customers_temperature_change_profile_id", on: ["profile_id", "changed_at", "id"] }])
