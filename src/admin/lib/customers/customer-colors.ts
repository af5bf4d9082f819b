import type { NotePriority, Temperature } from "../../../rules/customers/states"

type Color = "green" | "red" | "blue" | "orange" | "grey"

/** How warm a customer is. */
export const TEMPERATURE_COLORS: Record<Temperature, Color> = {
  hot: "red",
  warm: "orange",
  cold: "blue",
  not_interested: "grey",
}

/** High is red, medium is yellow, and a note without a priority has no colour (C5). */
export const PRIORITY_STRIPES: Record<NotePriority, string> = {
  high: "border-l-ui-tag-red-icon",
  medium: "border-l-ui-tag-orange-icon",
  none: "border-l-transparent",
}
