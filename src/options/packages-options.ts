import { z } from "@medusajs/framework/zod"
import { DAY_COUNTS } from "../rules/packages/time/rental-period"

/** The options of the packages room: the section `packages` of the plugin's options. */
export const packagesOptionsSchema = z.strictObject({
  /** How the days of a rental are counted (P5). */
  dayCount: z.enum(DAY_COUNTS).default("started_24_hours"),
  /** Minutes for which a cart that is being completed keeps what it takes (P18). */
  holdMinutes: z.number().int().min(1).max(1440).default(30),
})
