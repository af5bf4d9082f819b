import { z } from "@medusajs/framework/zod"
import { text } from "../../contracts/text"
import { DEMO_BEHAVIOURS, EVERY_METHOD } from "./behaviours"

/** Sets how the demo payment provider answers from now on: for one saved method, or for all (`*`). */
export const switchSchema = z.strictObject({
  scope: text(200).min(1).default(EVERY_METHOD),
  behaviour: z.enum(DEMO_BEHAVIOURS),
  delay_ms: z.number().int().min(0).max(60_000).default(0),
})
export type SwitchBody = z.output<typeof switchSchema>
