import { z } from "@medusajs/framework/zod"

/** Text that PostgreSQL can hold: it has no zero byte. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !value.includes("\u0000"), "must not hold a zero byte")
