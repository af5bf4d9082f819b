import { z } from "@medusajs/framework/zod"

/** Where a hostile value is put into a body: replaced in its text, as no JavaScript value may be able to stand there. */
export const MARK = "@@hostile@@"

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

interface JsonSchema {
  type?: string
  const?: Json
  enum?: Json[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  minimum?: number
  $ref?: string
}

/** A value of a schema's shape, with every optional field; `known` gives values to fields by their names. */
export function sampleOf(schema: z.ZodType, known: Record<string, Json>): Json {
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as JsonSchema
  return sampled(shape, "", known)
}

function sampled(shape: JsonSchema, name: string, known: Record<string, Json>): Json {
  const [choice] = shape.anyOf ?? shape.oneOf ?? shape.allOf ?? []
  if (shape.type !== "object" && shape.type !== "array" && name in known) {
    return known[name] ?? null
  }
  if (choice) {
    return sampled(choice, name, known)
  }
  if (shape.const !== undefined || shape.enum) {
    return shape.const ?? shape.enum?.[0] ?? null
  }
  switch (shape.type) {
    case "object":
      return sampledObject(shape, known)
    case "array":
      return [sampled(shape.items ?? {}, name.replace(/s$/, ""), known)]
    case "boolean":
      return true
    case "integer":
    case "number":
      return Math.max(shape.minimum ?? 1, 1)
    case "string":
      return "1"
    case undefined:
    default:
      return { key: ["text", 1] }
  }
}

function sampledObject({ properties, additionalProperties }: JsonSchema, known: Record<string, Json>): Json {
  if (!properties && typeof additionalProperties === "object") {
    return { eur: sampled(additionalProperties, "", known) }
  }
  // Without an id a part is a new one; an id that nothing has would be refused before anything is written.
  const fields = Object.entries(properties ?? {}).filter(([key]) => key !== "id")
  return Object.fromEntries(fields.map(([key, inner]) => [key, sampled(inner, key, known)]))
}

/** The value's text with each of its parts marked in turn, with where the mark stands; the whole value comes last. */
export function* marked(value: Json, at: string[] = []): Generator<{ at: string; text: string }> {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      for (const part of marked(inner, [...at, key])) {
        const copy: Json = Array.isArray(value) ? [...value] : { ...value }
        Object.assign(copy, { [key]: `${MARK}:part` })
        yield { at: part.at, text: JSON.stringify(copy).replace(`"${MARK}:part"`, () => part.text) }
      }
    }
  }
  yield { at: at.join(".") || "the body", text: JSON.stringify(MARK) }
}
