import { Text } from "@medusajs/ui"
import type { ServiceDetailAnswer } from "../../../../contracts/provisioning/services"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Section } from "../../ui/section"

const textOf = (value: unknown): string | null => (typeof value === "string" && value ? value : null)

const actorOf = (actor: string): "user" | "customer" | "system" =>
  actor.startsWith("user:") ? "user" : actor.startsWith("customer:") ? "customer" : "system"

/** All that happened to a service, the latest first. */
export function ServiceTimeLine({ events }: { events: ServiceDetailAnswer["events"] }) {
  const { t } = useTexts("provisioning")
  const format = useFormat()
  const words = useServiceWords()
  return (
    <Section title={t("time_line.title")}>
      {events.length === 0 ? (
        <EmptyNote title={t("time_line.empty")} />
      ) : (
        <ol className="flex max-h-[640px] flex-col overflow-y-auto px-6 py-4">
          {events.map(({ id, type, as_of, actor, data }) => {
            const reason = textOf(data.reason)
            const details = [
              reason && words.ofReason(reason),
              textOf(data.note),
              textOf(data.expires_on) && format.date(String(data.expires_on)),
            ].filter(Boolean)
            return (
              <li key={id} className="border-ui-border-base relative border-l pb-4 pl-4 last:pb-0">
                <span aria-hidden className="bg-ui-fg-muted absolute -left-[3.5px] top-1.5 h-1.5 w-1.5 rounded-full" />
                <Text size="small" weight="plus" leading="compact">
                  {words.ofEvent(type)}
                </Text>
                <Text size="small" className="text-ui-fg-subtle">
                  {format.date(as_of)} · {t(`actors.${actorOf(actor)}`)}
                </Text>
                {details.length > 0 && (
                  <Text size="small" className="text-ui-fg-subtle break-words">
                    {details.join(" · ")}
                  </Text>
                )}
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}
