import { model } from "@medusajs/framework/utils"

/** A subscription that a run could not bill, and why. The next run tries it again. */
export const RunProblem = model
  .define("billing_run_problem", {
    id: model.id({ prefix: "brpr" }).primaryKey(),
    run_id: model.text(),
    subscription_id: model.text(),
    reason: model.text(),
  })
  .indexes([
    { name: "IDX_billing_run_problem_run_id", on: ["run_id", "subscription_id"], unique: true },
    { name: "IDX_billing_run_problem_subscription_id", on: ["subscription_id", "created_at"] },
  ])
