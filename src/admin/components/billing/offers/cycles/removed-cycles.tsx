import { InlineTip } from "@medusajs/ui"
import { useFormContext, useWatch } from "react-hook-form"
import { intervalName } from "../../../../lib/billing/interval-name"
import { intervalOf, type OfferForm } from "../../../../lib/billing/offer-form"
import type { SoldProduct } from "../../../../lib/billing/use-sold-product"
import { useTexts } from "../../../../lib/use-texts"

/** Says which cycles go when the form is saved, and which variants with them. */
export function RemovedCycles({ variants }: { variants: SoldProduct["variants"] }) {
  const { t } = useTexts("billing")
  const { control, formState } = useFormContext<OfferForm>()
  const kept = useWatch({ control, name: "cycles" }).map((cycle) => cycle.cycle_id)
  const before = (formState.defaultValues?.cycles ?? []) as OfferForm["cycles"]
  const gone = before.filter(({ cycle_id }) => cycle_id && !kept.includes(cycle_id))
  if (gone.length === 0) {
    return null
  }
  const deleted = gone.filter((cycle) => cycle.made_variant).map((cycle) => cycle.variant_id)
  const titles = variants.filter(({ id }) => deleted.includes(id)).map(({ title }) => title)
  const names = gone.map((cycle) => intervalName(intervalOf(cycle), t)).join(", ")
  return (
    <InlineTip variant="warning" label={t("fields.cycles")}>
      {t("cycles.removed", { count: gone.length, names })}{" "}
      {titles.length > 0 && t("cycles.deletes_variants", { names: titles.join(", ") })}
    </InlineTip>
  )
}
