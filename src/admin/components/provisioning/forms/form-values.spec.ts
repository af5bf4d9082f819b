import type { FormFieldAnswer } from "../../../../contracts/provisioning/products"
import { problemsOfForm, toFormBody, toFormValues } from "./form-values"

const field = (name: string, given: Partial<FormFieldAnswer> = {}): FormFieldAnswer => ({
  name,
  kind: "text",
  label: { en: name, fr: name },
  hint: null,
  is_required: false,
  choices: [],
  min: null,
  max: null,
  is_whole: false,
  standard: null,
  ...given,
})
const FIELDS = [
  field("plan"),
  field("memory", { kind: "number", standard: 1024 }),
  field("backups", { kind: "yes_no", standard: false }),
]

describe("a provider's form as it is typed", () => {
  it("begins with what is stored, or what counts where nothing is", () => {
    expect(toFormValues(FIELDS, { plan: "big" })).toEqual({ plan: "big", memory: "1024", backups: false })
  })

  it("sends numbers as numbers, and nothing of what is empty", () => {
    expect(toFormBody(FIELDS, { plan: "", memory: "2048", backups: true })).toEqual({ memory: 2048, backups: true })
  })

  it("knows the problems of its own fields", () => {
    const problems = [
      { field: "configuration.memory", reason: "too big" },
      { field: "version", reason: "old" },
    ]
    expect(problemsOfForm(problems, "configuration")).toEqual({ memory: "too big" })
  })
})
