import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { balanceId, BILLING_MODULE, type BillingModuleService, lockBalances } from "../../../../modules/billing"
import { type Actor, inTransaction } from "../../../../modules/core"
import type { CivilDate } from "../../../../rules/calendar"
import { checkAmount, compare, isNegative, isPositive, negate, round, type Decimal } from "../../../../rules/money"
import { recordBalance } from "../record-balance-moves"

export interface ChangeBalanceInput {
  customer_id: string
  currency_code: string
  /** Above zero it is given, below zero taken back. */
  amount: Decimal
  reason: string
  /** Made by whoever asks, one for each change: sent twice, it is made once. */
  key: string
  as_of: CivilDate
  actor: Actor
}

/** Gives a customer balance, or takes it back, never below zero. In one transaction, so there is no compensation. */
export const changeBalanceStep = createStep(
  "billing-change-balance",
  async (input: ChangeBalanceInput, { container }) => {
    const { customer_id, currency_code, reason, key, as_of, actor } = input
    const checked = checkAmount(input.amount.replace(/^-/, ""), currency_code)
    if (!checked.ok || !isPositive(checked.amount)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The amount cannot be written in ${currency_code.toUpperCase()}`,
      )
    }
    await container.resolve(Modules.CUSTOMER).retrieveCustomer(customer_id, { select: ["id"] })
    const isTakenBack = isNegative(input.amount)
    const amount = round(checked.amount, currency_code)
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    await inTransaction(knex, async (trx) => {
      const held = (await lockBalances(trx, [input])).get(balanceId(input)) ?? "0"
      if (isTakenBack && compare(negate(amount), negate(held)) < 0) {
        throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `The customer's balance is ${round(held, currency_code)}`)
      }
      const kind = isTakenBack ? "taken_back" : "granted"
      const id = `bbe_${kind}_${customer_id}_${key}`
      await recordBalance(trx, [
        { id, customer_id, currency_code, kind, amount, invoice_id: null, as_of, reason, actor },
      ])
    })
    return new StepResponse({ customer_id })
  },
)
