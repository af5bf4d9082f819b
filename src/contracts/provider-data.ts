import { z } from "@medusajs/framework/zod"
import { isStorable } from "./text"

const DEEPEST = 20
const MOST_VALUES = 2_000
const LONGEST = 5_000

/** Names that every object has already: code that reads them would find the client's value instead. */
const isTaken = (key: string): boolean => key in Object.prototype

/** Why this is nothing to give to a provider; null: it is. Without recursion, so that no depth can overflow the stack. */
function refusalOfData(data: unknown): string | null {
  let seen = 0
  const left: { value: unknown; depth: number }[] = [{ value: data, depth: 0 }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, depth } = next
    if (depth > DEEPEST) {
      return `must not be nested deeper than ${DEEPEST} levels`
    }
    if (++seen > MOST_VALUES) {
      return `takes at most ${MOST_VALUES} values`
    }
    if (typeof value === "string" && !(isStorable(value) && value.length <= LONGEST)) {
      return `takes text of at most ${LONGEST} characters, without zero bytes and halves of characters`
    }
    if (typeof value === "object" && value !== null) {
      const taken = Object.keys(value).find((key) => isTaken(key) || !isStorable(key))
      if (taken !== undefined) {
        return `must not have the key ${JSON.stringify(taken)}`
      }
      left.push(...Object.values(value).map((inner) => ({ value: inner, depth: depth + 1 })))
    }
  }
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** What a storefront gives to a payment provider: free, but plain, small and of this world. */
export const providerData = z.custom<Record<string, unknown>>().superRefine((value, context) => {
  const problem = isObject(value) ? refusalOfData(value) : "must be an object"
  if (problem !== null) {
    context.addIssue({ code: "custom", message: problem })
  }
})
