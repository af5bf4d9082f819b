import { Button } from "@medusajs/ui"
import type { DemoChargeAnswer, DemoChargeStatus, DemoLateOutcome } from "../../../../contracts/billing/demo-payments"
import { useFormat } from "../../../lib/use-format"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

const SHOWN = 5

/** What the demo bank may say later of a charge, by how it stands. */
const LATER: Partial<Record<DemoChargeStatus, readonly DemoLateOutcome[]>> = {
  processing: ["settled", "failed"],
  captured: ["returned", "disputed"],
  returned: ["reinstated"],
  disputed: ["reinstated"],
}

/** The demo provider's latest charges, each with what its bank may say of it later. */
export function DemoCharges({ charges }: { charges: DemoChargeAnswer[] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const say = useChange({
    change: ({ id, outcome }: { id: string; outcome: DemoLateOutcome }) =>
      sdk.client.fetch(`/admin/billing/demo-payments/charges/${id}`, { method: "POST", body: { outcome } }),
    done: t("demo_payments.said"),
  })
  return (
    <ul aria-label={t("demo_payments.charges")} className="divide-y">
      {charges.slice(0, SHOWN).map((charge) => (
        <li key={charge.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3">
          <span className="txt-small">
            {format.money(charge.amount, charge.currency_code)} · {t(`demo_payments.statuses.${charge.status}`)}
          </span>
          <span className="flex flex-wrap gap-2">
            {(LATER[charge.status] ?? []).map((outcome) => (
              <Button
                key={outcome}
                size="small"
                variant="transparent"
                isLoading={say.isPending && say.variables?.id === charge.id && say.variables.outcome === outcome}
                onClick={() => say.mutate({ id: charge.id, outcome })}
              >
                {t(`demo_payments.later.${outcome}`)}
              </Button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
