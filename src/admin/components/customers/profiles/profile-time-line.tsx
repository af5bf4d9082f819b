import { Text } from "@medusajs/ui"
import type { ProfileDetailAnswer, ProfileEventAnswer } from "../../../../contracts/customers/profiles"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Section } from "../../ui/section"

/** All that happened to a customer's profile, the latest first. */
export function ProfileTimeLine({ events }: { events: ProfileDetailAnswer["events"] }) {
  const { t } = useTexts("customers")
  return (
    <Section title={t("time_line.title")}>
      {events.length === 0 ? (
        <EmptyNote title={t("time_line.empty")} />
      ) : (
        <ol className="flex max-h-[640px] flex-col overflow-y-auto px-6 py-4">
          {events.map((event) => (
            <TimeLineEntry key={event.id} event={event} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function TimeLineEntry({ event }: { event: ProfileEventAnswer }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const who = event.is_system ? t("time_line.system") : event.actor_name
  return (
    <li className="border-ui-border-base relative border-l pb-4 pl-4 last:pb-0">
      <span aria-hidden className="bg-ui-fg-muted absolute -left-[3.5px] top-1.5 h-1.5 w-1.5 rounded-full" />
      <Text size="small" weight="plus" leading="compact">
        {t(`events.${event.type}`)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {[format.instant(event.created_at), who].filter(Boolean).join(" · ")}
      </Text>
      {event.type === "changed" && event.fields.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {event.fields.map((field) => t(`profile_fields.${field}`)).join(", ")}
        </Text>
      )}
      {event.noted.map(({ field, value }) => (
        <Text key={field} size="small" className="text-ui-fg-subtle break-words">
          {t("time_line.noted", { field: t(`profile_fields.${field}`), value: shownValue(field, value, t) })}
        </Text>
      ))}
    </li>
  )
}

/** A value that is a word of ours is shown in the user's language. */
function shownValue(field: string, value: string, t: (key: string) => string): string {
  return field === "temperature" ? t(`temperatures.${value}`) : field === "language" ? t(`languages.${value}`) : value
}
