import { MathBN, MedusaError } from "@medusajs/framework/utils"
import type { DemoCharge } from "./ledger"
import type { DemoSessionData } from "./session-data"

/**
 * The charge, where it is that of the session: made for it, for its account holder, and of its amount. A session can be
 * shown with the id of another's charge, which has paid something else.
 *
 * @throws MedusaError that says what is another's.
 */
export function requireOwn(session: DemoSessionData, charge: DemoCharge): DemoCharge {
  const same: [string, boolean][] = [
    ["session", (session.session_id ?? null) === charge.session_id],
    ["account holder", (session.account_holder_id ?? null) === charge.account_holder_id],
    ["currency", (session.currency_code ?? "") === charge.currency_code],
    ["amount", MathBN.eq(session.amount ?? 0, charge.amount)],
  ]
  const [other] = same.find(([, isSame]) => !isSame) ?? []
  if (other) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `data.id: the demo provider's charge ${charge.id} is of another ${other} than the payment session`,
    )
  }
  return charge
}
