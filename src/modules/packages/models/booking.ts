import { model } from "@medusajs/framework/utils"
import { BOOKING_STATES } from "../../../rules/packages/bookings/booking-states"

/** What a line keeps of an inventory item at a location: for a period, or for good (P18). Counted under a lock. */
export const Booking = model
  .define("packages_booking", {
    id: model.id({ prefix: "pbok" }).primaryKey(),
    inventory_item_id: model.text(),
    location_id: model.text(),
    /** Exact: a numeric column, read and written as a decimal string. */
    quantity: model.text(),
    /** For one piece of the line; exact, too. */
    required_quantity: model.text().default("1"),
    /** The customer's period, half-open; all four null: for good. */
    starts_at: model.dateTime().nullable(),
    ends_at: model.dateTime().nullable(),
    /** The period with its buffers: what others cannot have. */
    blocked_from: model.dateTime().nullable(),
    blocked_to: model.dateTime().nullable(),
    cart_id: model.text().nullable(),
    /** The cart's line. */
    line_item_id: model.text().nullable(),
    order_id: model.text().nullable(),
    order_line_id: model.text().nullable(),
    state: model.enum([...BOOKING_STATES]),
    /** Until when a held booking counts. */
    expires_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_packages_booking_live",
      on: ["inventory_item_id", "location_id", "blocked_to"],
      where: "state <> 'released'",
    },
    { name: "IDX_packages_booking_cart_id", on: ["cart_id"], where: "cart_id IS NOT NULL" },
    { name: "IDX_packages_booking_order_id", on: ["order_id"], where: "order_id IS NOT NULL" },
    { name: "IDX_packages_booking_held", on: ["expires_at"], where: "state = 'held'" },
    {
      name: "IDX_packages_booking_booked",
      on: ["blocked_to"],
      where: "state = 'booked' and blocked_to is not null",
    },
  ])
