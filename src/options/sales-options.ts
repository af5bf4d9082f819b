import { z } from "@medusajs/framework/zod"

const secret = z.string().min(32, "is too short to be a secret: take 32 random characters or more")

/** The options of the sales room: the section `sales` of the plugin's options. */
export const salesOptionsSchema = z.strictObject({
  /** Days after delivery or provisioning for which customers may send back: then a sale is closed (H4). */
  returnDays: z.number().int().min(0).max(3650).default(14),
  /** Names of Medusa's product types whose products are services (H4). */
  serviceTypes: z.array(z.string().trim().min(1)).default(["service"]),
  /** The secret that wraps people's keys (H6), from the environment; left out: these keys are stored as they are. */
  personSecret: secret.optional(),
  /** Secrets from before, by which keys can still be read. */
  earlierPersonSecrets: z.array(secret).default([]),
})
