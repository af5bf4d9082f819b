/** What a page says of what was just done. */
export const QUICK_ORDER_NOTICES = [
  "added",
  "updated",
  "filled",
  "nothing_before",
  "requested",
  "not_taken",
  "moved",
  "busy",
  "changed",
  "refused",
] as const
export type QuickOrderNotice = (typeof QUICK_ORDER_NOTICES)[number]

/** Fields of the forms, as problems name them. */
export type QuickOrderField =
  | "items"
  | "email"
  | "purchaseOrderNumber"
  | "wantedOn"
  | "note"
  | "address.name"
  | "address.address_1"
  | "address.postal_code"
  | "address.city"
  | "address.country_code"

export interface QuickOrderTexts {
  title: string
  hello: (name: string) => string
  intro: string
  search: string
  find: string
  clear: string
  group: string
  all_groups: string
  found: (count: number) => string
  none: string
  your_price: string
  list_price: string
  /** What a customer's own percentage is called on the order. */
  personal: string
  /** Between a word and its value. */
  colon: string
  each: string
  tax: { included: string; added: string }
  from: (quantity: string, price: string) => string
  set_up: (amount: string) => string
  every: (count: number, unit: "day" | "week" | "month" | "year") => string
  choose: string
  /** Of a package. */
  choose_contents: string
  show_price: string
  none_of: string
  quantity: string
  add: string
  on_request: string
  request: string
  message: string
  of: string
  page: (page: number, pages: number) => string
  previous: string
  next: string
  basket: string
  basket_has: (count: number) => string
  to_basket: string
  basket_empty: string
  back: string
  again: string
  again_hint: string
  left_out: (titles: string) => string
  article: string
  price: string
  sum: string
  estimate: string
  estimate_hint: string
  update: string
  remove_hint: string
  not_sold: string
  details: string
  optional: string
  fields: Record<QuickOrderField, string>
  problems: string
  problem: {
    required: string
    email: string
    date: string
    past: string
    long: string
    number: string
    country: string
    stock: string
    shipping: string
    minimum: (amount: string) => string
    other: string
  }
  review: string
  check: string
  check_hint: string
  was: (before: string, after: string) => string
  gone: string
  goods: string
  shipping: string
  tax_added: string
  tax_included: (amount: string) => string
  total: string
  deliver_to: string
  change: string
  on_account: string
  pay_now: string
  order: string
  minimum_missing: (amount: string) => string
  preparing: string
  reload: string
  done: string
  number: (number: string) => string
  done_hint: string
  more: string
  notice: Record<QuickOrderNotice, string>
}
