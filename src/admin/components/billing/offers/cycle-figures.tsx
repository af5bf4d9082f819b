import { StatusBadge, Text } from "@medusajs/ui"
import { useFormContext, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { figuresOf } from "../../../lib/billing/cycle-figures"
import { NAMESPACE } from "../../../lib/namespace"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { useFormat } from "../../../lib/use-format"

/** Says whether the cycle can be ordered in this currency, or why not, and what it saves. */
export function CycleFigures({ index, currency }: { index: number; currency: string }) {
  const { t } = useTranslation(NAMESPACE)
  const format = useFormat()
  const { control } = useFormContext<OfferForm>()
  const cycles = useWatch({ control, name: "cycles" })
  const cycle = cycles[index]
  if (!cycle) {
    return null
  }
  const figures = figuresOf(cycle, cycles, currency)
  if (figures.kind === "disabled") {
    return (
      <StatusBadge color="grey" className="w-fit">
        {t(`cycles.disabled_${figures.reason}`, { currency: currency.toUpperCase() })}
      </StatusBadge>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusBadge color="green" className="w-fit">
        {t("cycles.enabled")}
      </StatusBadge>
      {figures.saving && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("cycles.saves", {
            amount: format.money(figures.saving.amount, currency),
            percent: format.percent(figures.saving.percent),
          })}
        </Text>
      )}
    </div>
  )
}
