import type { Decimal } from "../../money"
import type { Component } from "./components"
import { PERSONAL_NAME } from "../eligibility/personal"
import type { LineDiscount } from "../types"

/** A component as the line shows it, and as a subscription can store it. */
export function lineDiscount(component: Component, amount: Decimal): LineDiscount {
  switch (component.source) {
    case "personal":
      return {
        source: "personal",
        discountId: null,
        name: PERSONAL_NAME,
        amount,
        mode: "percent",
        value: component.percent,
        per: "unit",
        // A personal percentage goes on with the subscription.
        renewals: "forever",
        renewalCycles: null,
      }
    case "article": {
      const { id, name, renewals, renewalCycles } = component.discount
      const { mode, value, per } = component.read.rule
      const of = component.ofBundle ? { ofBundle: component.ofBundle } : {}
      return { source: "article", discountId: id, name, amount, mode, value, per, renewals, renewalCycles, ...of }
    }
    case "order": {
      const { id, name, renewals, renewalCycles } = component.discount
      const { percent: value } = component
      const per = "unit"
      return { source: "order", discountId: id, name, amount, mode: "percent", value, per, renewals, renewalCycles }
    }
  }
}
