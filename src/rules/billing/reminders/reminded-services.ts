import type { RemindedService } from "./reminder-data"

/** What a subscription is on, without the contents of packages and what belongs to another item. */
export const remindedServices = (
  items: readonly { kind: string; title: string; quantity: number }[],
): RemindedService[] =>
  items.flatMap(({ kind, title, quantity }) => (kind === "product" || kind === "package" ? [{ title, quantity }] : []))
