import { Text } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import type { SubscriptionEventAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { useWords } from "../../../lib/billing/use-words"
import { EmptyNote } from "../../ui/empty-note"
import { Section } from "../../ui/section"

/** `customer:cus_1` is a customer, `user:user_1` an admin; anything else is the machine. */
const actorKind = (actor: string): string => {
  const kind = actor.split(":")[0]
  return kind === "customer" || kind === "user" ? kind : "system"
}

/** By business date, then by when it was written; what is written at once begins with its being made. */
const latestFirst = (a: SubscriptionEventAnswer, b: SubscriptionEventAnswer): number =>
  b.as_of.localeCompare(a.as_of) ||
  b.created_at.localeCompare(a.created_at) ||
  Number(a.type === "created") - Number(b.type === "created") ||
  b.id.localeCompare(a.id)

/** All that happened, the latest first. */
export function SubscriptionTimeLine({ events }: { events: SubscriptionEventAnswer[] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  const sorted = [...events].sort(latestFirst)

  return (
    <Section title={t("time_line.title")}>
      {sorted.length === 0 ? (
        <EmptyNote title={t("time_line.empty")} />
      ) : (
        <ol className="flex max-h-[640px] flex-col overflow-y-auto px-6 py-4">
          {sorted.map((event) => (
            <li key={event.id} className="border-ui-border-base relative border-l pb-4 pl-4 last:pb-0">
              <span aria-hidden className="bg-ui-fg-muted absolute -left-[3.5px] top-1.5 h-1.5 w-1.5 rounded-full" />
              <Text size="small" weight="plus" leading="compact">
                {words.ofEvent(event.type)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {format.date(event.as_of)} · {t(`actors.${actorKind(event.actor)}`)}
              </Text>
              {typeof event.data?.["template"] === "string" && (
                <Text size="small" className="text-ui-fg-subtle">
                  {words.ofMessage(event.data["template"])}
                </Text>
              )}
              {typeof event.data?.["reason"] === "string" && (
                <Text size="small" className="text-ui-fg-subtle break-words">
                  {words.ofReason(event.data["reason"])}
                </Text>
              )}
              {typeof event.data?.["left_open"] === "number" && (
                <Text size="small" className="text-ui-fg-subtle">
                  {t("time_line.left_open", { count: event.data["left_open"] })}
                </Text>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
