import { z } from "@medusajs/framework/zod"
import { formFields } from "../index"

describe("a form that is drawn from a schema (S1)", () => {
  it("reads kinds, limits, choices, words and what counts where nothing is given", () => {
    const schema = z.strictObject({
      url: z.url().meta({ label: { en: "Address", fr: "Adresse" } }),
      api_key: z.string().meta({ secret: true }),
      memory: z.number().int().min(128).max(4096).default(512),
      plan: z.enum(["small", "big"]),
      backups: z.boolean().default(false),
      note: z.string().optional(),
    })
    const fields = formFields(z.toJSONSchema(schema, { io: "input" }) as Parameters<typeof formFields>[0])
    expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
      ["url", "text", true],
      ["api_key", "secret", true],
      ["memory", "number", false],
      ["plan", "choice", true],
      ["backups", "yes_no", false],
      ["note", "text", false],
    ])
    expect(fields[0]?.label).toEqual({ en: "Address", fr: "Adresse" })
    expect(fields[2]).toMatchObject({ min: 128, max: 4096, isWhole: true, standard: 512 })
    expect(fields[3]?.choices).toEqual(["small", "big"])
    expect(fields[5]?.label).toEqual({ en: "Note", fr: "Note" })
  })
})
