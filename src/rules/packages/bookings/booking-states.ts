/** Held while a cart is completed, booked by its order, released when it is given back. */
export const BOOKING_STATES = ["held", "booked", "released"] as const
export type BookingState = (typeof BOOKING_STATES)[number]
