import type { ProfileDetailAnswer } from "../../../../contracts/customers/profiles"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { Section } from "../../ui/section"
import { TemperatureBadge } from "./temperature-badge"

/** How warm a customer was, and since when, the latest first (C7). */
export function TemperatureHistory({ history }: { history: ProfileDetailAnswer["temperature_history"] }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  return (
    <Section title={t("history.title")}>
      <ul className="max-h-80 divide-y overflow-y-auto">
        {[...history].reverse().map((change) => (
          <CardRow
            key={`${change.changed_at}${change.to}`}
            hint={[format.instant(change.changed_at), change.actor_name].filter(Boolean).join(" · ")}
          >
            <TemperatureBadge temperature={change.to} />
          </CardRow>
        ))}
      </ul>
    </Section>
  )
}
