import { Clock as ClockIcon } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import type { ClockAnswer } from "../../../../contracts/billing/clock"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { Section } from "../../ui/section"

const STEPS = ["day", "month", "year"] as const

/** The demo clock: pushes the store's date on, so that billing can be watched. It never goes back. */
export function ClockPanel({ clock }: { clock: ClockAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const push = useChange({
    change: (unit: (typeof STEPS)[number]) =>
      sdk.client.fetch("/admin/billing/clock", { method: "POST", body: { unit, count: 1 } }),
    done: t("clock.pushed"),
  })
  const ahead = clock.days_ahead > 0 ? ` · ${t("clock.ahead", { count: clock.days_ahead })}` : ""
  return (
    <Section
      title={
        <>
          <ClockIcon className="text-ui-fg-subtle" />
          {t("clock.today", { date: format.date(clock.today) })}
        </>
      }
      hint={`${t("clock.hint")} · ${clock.time_zone}${ahead}`}
      actions={STEPS.map((unit) => (
        <Button key={unit} size="small" variant="secondary" disabled={push.isPending} onClick={() => push.mutate(unit)}>
          {t(`clock.push.${unit}`)}
        </Button>
      ))}
    />
  )
}
