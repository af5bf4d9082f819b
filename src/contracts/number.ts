import { z } from "@medusajs/framework/zod"
import { word } from "./text"

/** Beyond these, exact arithmetic has no room: a number becomes infinite, or zero without a word. */
const LARGEST = 1e100
const SMALLEST = 1e-100

const isInRange = (value: number): boolean => value === 0 || (Math.abs(value) < LARGEST && Math.abs(value) > SMALLEST)

/**
 * A decimal, as text or as a JSON number. The rules check what it means, for every caller alike; text that is no plain
 * decimal is refused by them.
 */
export const decimalInput = z.union([
  word(64),
  z.number().refine(isInRange, "must be zero, or between 1e-100 and 1e100 in size"),
])

/** A JSON number whose meaning the rules check: an interval's count, days of a trial. */
export const numberInput = z.number().min(-1_000_000_000).max(1_000_000_000)

/** A whole number within the integers of the database. */
export const whole = numberInput.int()
