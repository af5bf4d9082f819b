/** How a field is drawn and filled in. */
export const FIELD_KINDS = ["text", "secret", "number", "yes_no", "choice"] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** A text in each language of the admin. */
export interface FieldText {
  en: string
  fr: string
}

/** A field of a provider's form, as it is read from its schema (S1). */
export interface FormField {
  name: string
  kind: FieldKind
  label: FieldText
  hint: FieldText | null
  isRequired: boolean
  choices: string[]
  min: number | null
  max: number | null
  isWhole: boolean
  /** What counts where nothing is given. */
  standard: string | number | boolean | null
}

interface JsonProperty {
  type?: string | string[]
  enum?: unknown[]
  default?: unknown
  minimum?: number
  maximum?: number
  label?: unknown
  hint?: unknown
  secret?: unknown
}

/** A provider's schema as JSON Schema says it: one object of plain fields. */
export interface JsonObjectSchema {
  properties?: Record<string, JsonProperty>
  required?: string[]
}

/** The largest whole number that JSON Schema names where a schema says no limit. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER

/** The fields of a provider's schema, in its order. What has no label is named by its key. */
export function formFields(schema: JsonObjectSchema): FormField[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    kind: kindOf(property),
    label: textOf(property.label) ?? { en: wordsOf(name), fr: wordsOf(name) },
    hint: textOf(property.hint),
    isRequired: (schema.required ?? []).includes(name) && property.default === undefined,
    choices: (property.enum ?? []).map(String),
    min: limit(property.minimum),
    max: limit(property.maximum),
    isWhole: property.type === "integer",
    standard: isPlain(property.default) ? property.default : null,
  }))
}

function kindOf({ type, enum: choices, secret }: JsonProperty): FieldKind {
  if (secret === true) {
    return "secret"
  }
  if (choices?.length) {
    return "choice"
  }
  const types = Array.isArray(type) ? type : [type]
  if (types.includes("boolean")) {
    return "yes_no"
  }
  return types.includes("integer") || types.includes("number") ? "number" : "text"
}

const limit = (value: number | undefined): number | null =>
  value === undefined || Math.abs(value) >= NO_LIMIT ? null : value

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"

function textOf(value: unknown): FieldText | null {
  if (typeof value === "string") {
    return { en: value, fr: value }
  }
  const { en, fr } = (value ?? {}) as { en?: unknown; fr?: unknown }
  return typeof en === "string" ? { en, fr: typeof fr === "string" ? fr : en } : null
}

const wordsOf = (name: string): string => {
  const words = name.replace(/[_-]+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
