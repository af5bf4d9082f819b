import { z } from "@medusajs/framework/zod"

const KEY_BYTES = 32

const isKey = (text: string): boolean => Buffer.from(text, "base64").length === KEY_BYTES

const providerSchema = z.strictObject({
  /** A package, a path, or the provider itself, as in Medusa's own modules. */
  resolve: z.union([z.string().min(1), z.custom<object>((value) => typeof value === "object" && value !== null)]),
  /** Kept with each product and service: never changed once something was sold. */
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, "takes up to 40 small letters, digits and _, and begins with a letter"),
  options: z.record(z.string(), z.unknown()).default({}),
})

/** The options of the provisioning room: the section `provisioning` of the plugin's options. */
export const provisioningOptionsSchema = z
  .strictObject({
    /** What delivers services, such as `{ resolve: "medusa-service-commerce/providers/manual-provisioning", id: "manual" }`. */
    providers: z.array(providerSchema).default([]),
    /**
     * Encrypt the credentials of servers (AES-256-GCM): each has an id and 32 bytes as base64. The first one encrypts, all
     * decrypt: to change keys, put a new one in front.
     */
    encryptionKeys: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "takes letters, digits, _ and -"),
          key: z.string().refine(isKey, "is not 32 bytes as base64"),
        }),
      )
      .default([]),
    /** Calls under way at once in one process. */
    concurrency: z.number().int().min(1).max(64).default(10),
    /** Seconds after which a call that was not answered is given up. */
    timeoutSeconds: z.number().int().min(1).max(300).default(30),
  })
  .superRefine(({ providers, encryptionKeys }, context) => {
    for (const [path, ids] of [
      ["providers", providers.map(({ id }) => id)],
      ["encryptionKeys", encryptionKeys.map(({ id }) => id)],
    ] as const) {
      const twice = ids.find((id, index) => ids.indexOf(id) !== index)
      if (twice !== undefined) {
        context.addIssue({ code: "custom", path: [path], message: `have the id "${twice}" twice` })
      }
    }
  })
