/** Where a profile stands: each list once, for types, models and contracts. */
export const PROFILE_STATUSES = ["current", "potential"] as const
export type ProfileStatus = (typeof PROFILE_STATUSES)[number]

export const TEMPERATURES = ["hot", "warm", "cold", "not_interested"] as const
export type Temperature = (typeof TEMPERATURES)[number]

/** The most urgent first. */
export const NOTE_PRIORITIES = ["high", "medium", "none"] as const
export type NotePriority = (typeof NOTE_PRIORITIES)[number]

export const VAT_STATES = ["unchecked", "valid", "invalid"] as const
export type VatState = (typeof VAT_STATES)[number]

/** The languages of the pages that customers see. */
export const CUSTOMER_LANGUAGES = ["en", "fr"] as const
export type CustomerLanguage = (typeof CUSTOMER_LANGUAGES)[number]

/** What makes a potential customer current, but for an admin, who always may (C7). */
export const CURRENT_AFTER = ["order", "payment", "never"] as const
export type CurrentAfter = (typeof CURRENT_AFTER)[number]

/** Why a customer's quick-order link does not sell as it should. */
export const SELLING_PROBLEMS = ["nowhere", "not_on_account", "other_currency", "other_country"] as const
export type SellingProblem = (typeof SELLING_PROBLEMS)[number]

/** What a profile's time line tells. No entry holds personal data: it would outlive an erasure. */
export const PROFILE_EVENTS = [
  "created",
  "imported",
  "changed",
  "linked",
  "became_current",
  "note_written",
  "note_changed",
  "note_deleted",
  "followed_up",
  "merged",
  "erased",
  "link_created",
  "link_revoked",
  "quick_order_placed",
  "quick_order_requested",
] as const
export type ProfileEvent = (typeof PROFILE_EVENTS)[number]
