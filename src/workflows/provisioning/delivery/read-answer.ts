import { z } from "@medusajs/framework/zod"
import { ProvisioningError, type ProvisioningAnswer } from "../../../provisioning-providers"
import { storable } from "../../../rules/provisioning"

const answerSchema = z.object({
  state: z.enum(["done", "pending", "staff"]).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  shown: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
})

/** More is no memory of a service. */
const MOST_CHARACTERS = 100_000

/**
 * A provider's answer as it can be kept: providers are others' code, and what no column takes must not stop a call from being
 * recorded. Throws `unknown` where it is none: what was asked for may have been done.
 */
export function readAnswer(given: unknown): ProvisioningAnswer {
  const parsed = answerSchema.safeParse(given ?? {})
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = issue?.path.join(".") || "the answer"
    throw new ProvisioningError("unknown", `The provider answered something else: ${field}: ${issue?.message ?? ""}`)
  }
  const { state, data, shown } = parsed.data
  const text = JSON.stringify(storable({ data, shown }))
  if (text.length > MOST_CHARACTERS) {
    throw new ProvisioningError("unknown", `The provider answered more than ${MOST_CHARACTERS} characters`)
  }
  return { ...(state && { state }), ...(JSON.parse(text) as Pick<ProvisioningAnswer, "data" | "shown">) }
}
