import { z } from "@medusajs/framework/zod"
import { DEMO_BEHAVIOURS, EVERY_METHOD } from "./behaviours"

/** Sets how the demo payment provider answers from now on: for one saved method, or for all (`*`). */
export const switchSchema = z.strictObject({
  scope: z.string().trim().min(1).max(200).default(EVERY_METHOD),
  behaviour: z.enum(DEMO_BEHAVIOURS),
  delay_ms: z.number().int().min(0).max(60_000).default(0),
})
export type SwitchBody = z.output<typeof switchSchema>
