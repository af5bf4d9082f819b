import { model } from "@medusajs/framework/utils"
import { ATTEMPT_OUTCOMES } from "../../../rules/provisioning"

/** One try of a call, and how it ended; answers without secrets. */
export const Attempt = model
  .define("provisioning_attempt", {
    id: model.id({ prefix: "patt" }).primaryKey(),
    call_id: model.text(),
    number: model.number(),
    outcome: model.enum([...ATTEMPT_OUTCOMES]),
    reason: model.text().nullable(),
    answer: model.json().nullable(),
    milliseconds: model.number().default(0),
  })
  .indexes([{ name: "IDX_provisioning_attempt_number", on: ["call_id", "number"], unique: true }])
