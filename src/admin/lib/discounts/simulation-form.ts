import type { SimulateInput } from "../../../contracts/discounts/answers"

export interface SimulationLine {
  variant_id: string
  title: string
  quantity: string
  /** Empty: the calculated price. */
  unit_price: string
}

export interface SimulationForm {
  region_id: string
  customer: { id: string; title: string } | null
  /** Instead of the customer's own; empty: the customer's, or everyone's. */
  groups: string[]
  as_of: string
  personal_percent: string
  channel: "cart" | "quick_order"
  lines: SimulationLine[]
}

export const emptySimulation: SimulationForm = {
  region_id: "",
  customer: null,
  groups: [],
  as_of: "",
  personal_percent: "",
  channel: "cart",
  lines: [],
}

/** The request: empty fields are left out, so that the store's own data counts. */
export const toSimulation = (form: SimulationForm): SimulateInput => ({
  region_id: form.region_id,
  channel: form.channel,
  ...(form.customer && { customer_id: form.customer.id }),
  ...(form.groups.length > 0 && { groups: form.groups }),
  ...(form.as_of && { as_of: form.as_of }),
  ...(form.personal_percent && { personal_percent: form.personal_percent }),
  lines: form.lines.map((line) => ({
    variant_id: line.variant_id,
    quantity: Number(line.quantity),
    ...(line.unit_price && { unit_price: line.unit_price }),
  })),
})
