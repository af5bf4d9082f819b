import { z } from "@medusajs/framework/zod"
import { tidyName } from "../rules/text"

const LONE_SURROGATE = /\p{Surrogate}/u

/** Whether PostgreSQL can hold it, as text and within JSON: no zero byte, no half of a character. */
export const isStorable = (value: string): boolean => !value.includes("\u0000") && !LONE_SURROGATE.test(value)

/** Text that PostgreSQL can hold. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !value.includes("\u0000"), "must not hold a zero byte")
    .refine((value) => !LONE_SURROGATE.test(value), "must not hold half of a character")

/** Text that people see: what shows as nothing is empty. */
export const shownText = (max: number) => text(max).overwrite(tidyName)

/** A code or an id: it stands in messages and logs, so nothing in it begins a new line. */
export const word = (max: number) =>
  text(max).refine((value) => !/[\p{Cc}\u2028\u2029]/u.test(value), "must not hold control characters")
