import { add, isPositive, max, min, round, subtract, type Decimal } from "../../money"

export interface ChangeTotals {
  /** With tax, as the credit note will have it. */
  credit_total: Decimal
  /** With tax, as the invoice will have it. */
  charge_total: Decimal
  /** What the balance pays of it, the credit included. */
  balance_used: Decimal
  /** What is to be paid. */
  due_total: Decimal
  /** What the customer's balance is afterwards. */
  balance_after: Decimal
}

/**
 * What a change comes to (B25). A credit lowers what its invoice still asks for, or was written off of it; what was paid of it, and
 * what the invoice had received too much, goes to the balance, which pays the new invoice. `open` is below zero then.
 */
export function changeTotals(
  { credit, charge, open, balance }: { credit: Decimal; charge: Decimal; open: Decimal; balance: Decimal },
  currency: string,
): ChangeTotals {
  const freed = isPositive(credit) ? max("0", subtract(credit, open)) : "0"
  const held = add(balance, freed)
  const used = min(held, charge)
  const amounts = {
    credit_total: credit,
    charge_total: charge,
    balance_used: used,
    due_total: subtract(charge, used),
    balance_after: subtract(held, used),
  }
  return {
    credit_total: round(amounts.credit_total, currency),
    charge_total: round(amounts.charge_total, currency),
    balance_used: round(amounts.balance_used, currency),
    due_total: round(amounts.due_total, currency),
    balance_after: round(amounts.balance_after, currency),
  }
}
