import { Text } from "@medusajs/ui"
import type { SaleEventAnswer } from "../../../../contracts/sales/sales"
import { causeOf } from "../../../lib/sales/cause-of"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** All that happened to a sale, the latest first, each with the beginning of its hash. */
export function SaleTimeLine({ events, currency }: { events: readonly SaleEventAnswer[]; currency: string }) {
  return (
    <ol className="flex max-h-[640px] flex-col overflow-y-auto px-6 py-4">
      {[...events].reverse().map((event) => (
        <Entry key={event.seq} event={event} currency={currency} />
      ))}
    </ol>
  )
}

function Entry({ event, currency }: { event: SaleEventAnswer; currency: string }) {
  const { t } = useTexts("sales")
  const format = useFormat()
  const isByUser = event.actor.startsWith("user:")
  const cause = causeOf(event)
  const reason = cause === null ? event.reason : t(`causes.${cause}`)
  const status = event.kind === "status" && event.to_status ? t(`statuses.${event.to_status}`) : null
  return (
    <li className="border-ui-border-base relative border-l pb-4 pl-4 last:pb-0">
      <span aria-hidden className="bg-ui-fg-muted absolute -left-[3.5px] top-1.5 h-1.5 w-1.5 rounded-full" />
      <Text size="small" weight="plus" leading="compact">
        {status ? t("events.status", { status }) : t(`events.${event.kind}`)}
        {event.amount !== null && ` · ${format.money(event.amount, currency)}`}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-words">
        {format.instant(event.occurred_at)} · {isByUser ? (event.actor_name ?? t("actors.user")) : t("actors.system")}
      </Text>
      {reason && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {reason}
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-muted font-mono" title={event.hash}>
        {event.seq} · {event.hash.slice(0, 12)}
      </Text>
    </li>
  )
}
