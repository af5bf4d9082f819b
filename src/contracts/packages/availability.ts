import { z } from "@medusajs/framework/zod"
import { daysBetween, isCivilDate } from "../../rules/calendar"
import { id } from "../id"
import { oneOrMore } from "../one-or-more"
import { text } from "../text"

/** A year and a day: a calendar shows no more at once. */
const MOST_DAYS = 366

const date = z.string().refine(isCivilDate, "must be a date such as 2026-03-31")

const fields = z.object({
  /** The first day, and the last one. */
  from: date,
  to: date,
  quantity: z.coerce.number().int().min(1).max(1_000_000).default(1),
  /** Of the product; left out: its first one. */
  variant_id: id.optional(),
  /** Paths of options and alternatives that are chosen in a package; left out: as the package is by itself. */
  chosen: oneOrMore(text(2_000).min(1)),
  /** Paths of options of it that are left out. */
  left_out: oneOrMore(text(2_000).min(1)),
  /**
   * Whether a package that may be had with a period or without is wanted for one, so that it comes back; left out: it is
   * where something in it is priced by time, or is booked for periods by others, else it is sold for good.
   */
  rented: z.enum(["true", "false"]).optional(),
})

const isInOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to
const wrongOrder = { path: ["to"], message: "must not be before from" }
const isShort = ({ from, to }: { from: string; to: string }): boolean =>
  // What is no date is refused by itself.
  !isCivilDate(from) || !isCivilDate(to) || daysBetween(from, to) < MOST_DAYS
const tooLong = { path: ["to"], message: `must be less than ${MOST_DAYS} days after from` }

/** `GET /store/packages/:product_id/availability` */
export const storeAvailabilitySchema = fields.refine(isInOrder, wrongOrder).refine(isShort, tooLong)
export type AvailabilityQuery = z.output<typeof storeAvailabilitySchema>

/** `GET /admin/packages/availability` */
export const adminAvailabilitySchema = fields
  .extend({ product_id: id, sales_channel_id: id.optional() })
  .refine(isInOrder, wrongOrder)
  .refine(isShort, tooLong)

export const availabilityDaySchema = z.object({
  date: z.string(),
  /** Pieces that are free on the whole day; null: any number. */
  available: z.number().nullable(),
  /** Whether the quantity is. */
  is_available: z.boolean(),
})

export const availabilityAnswerSchema = z.object({
  product_id: z.string(),
  variant_id: z.string(),
  quantity: z.number(),
  /** Whether it comes back; else it is sold for good, and each day's number is the same. */
  is_rented: z.boolean(),
  /** Whether the quantity is free from the first day's start to the last one's end, without a break. */
  is_available: z.boolean(),
  days: z.array(availabilityDaySchema),
})
export type AvailabilityAnswer = z.infer<typeof availabilityAnswerSchema>
