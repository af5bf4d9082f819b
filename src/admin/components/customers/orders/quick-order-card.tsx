import { isCivilDate } from "../../../../rules/calendar"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"

const WRITTEN = ["purchase_order_number", "wanted_on", "note"] as const

/** What the customer has written with a quick order (C24); nothing of other orders. */
export function QuickOrderCard({ metadata }: { metadata: Record<string, unknown> | null | undefined }) {
  const { t } = useTexts("quickOrders")
  const format = useFormat()
  if (metadata?.["channel"] !== "quick_order") {
    return null
  }
  const written = WRITTEN.flatMap((field) => {
    const value = metadata[field]
    return typeof value === "string" && value !== "" ? [{ field, value }] : []
  })
  return (
    <Section title={t("order.title")}>
      {written.length === 0 ? (
        <EmptyNote title={t("order.nothing")} />
      ) : (
        <div className="divide-y">
          {written.map(({ field, value }) => (
            <FieldRow key={field} label={t(`order.${field}`)}>
              <span className="whitespace-pre-wrap">
                {field === "wanted_on" && isCivilDate(value) ? format.date(value) : value}
              </span>
            </FieldRow>
          ))}
        </div>
      )}
    </Section>
  )
}
