import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { FollowUpAnswer, FollowUpListAnswer } from "../../../../contracts/customers/notes"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"

const FIRST = 3
const MOST = 50

/** Whom to come back to by today (C8); nothing where nobody waits. */
export function FollowUps() {
  const { t } = useTexts("customers")
  const [all, setAll] = useState(false)
  const list = useList<FollowUpListAnswer>(queryKeys.followUps, "crm/follow-ups", { limit: all ? MOST : FIRST })
  if (list.isError && !list.data) {
    return (
      <Loaded query={list} framed>
        {() => null}
      </Loaded>
    )
  }
  if (!list.data || list.data.count === 0) {
    return null
  }
  const { follow_ups, as_of, count } = list.data
  return (
    <Section title={t("follow_ups.title", { count })} hint={t("follow_ups.hint")}>
      <ul className="divide-y" aria-label={t("follow_ups.list")}>
        {follow_ups.map((one) => (
          <FollowUpRow key={one.id} followUp={one} isLate={one.follow_up_on < as_of} />
        ))}
      </ul>
      {count > follow_ups.length && (
        <div className="px-6 py-3">
          {all ? (
            <Text size="small" className="text-ui-fg-subtle">
              {t("follow_ups.others", { count: count - follow_ups.length })}
            </Text>
          ) : (
            <Button size="small" variant="transparent" className="-ml-2" onClick={() => setAll(true)}>
              {t("follow_ups.all", { count })}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}

const COLORS = { high: "red", medium: "orange", none: "grey" } as const

function FollowUpRow({ followUp, isLate }: { followUp: FollowUpAnswer; isLate: boolean }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const finish = useChange({
    change: () => sdk.client.fetch(`/admin/crm/notes/${followUp.id}/follow-up`, { method: "POST", body: {} }),
    done: t("follow_ups.done"),
  })
  return (
    <CardRow
      hint={<span className="line-clamp-2">{followUp.text}</span>}
      end={
        <>
          {followUp.priority !== "none" && (
            <Badge size="2xsmall" color={COLORS[followUp.priority]}>
              {t(`priorities.${followUp.priority}`)}
            </Badge>
          )}
          <Badge size="2xsmall" color={isLate ? "red" : "blue"}>
            {format.date(followUp.follow_up_on)}
          </Badge>
          <Button
            size="small"
            variant="secondary"
            isLoading={finish.isPending}
            aria-label={t("follow_ups.finish_of", { name: followUp.name })}
            onClick={() => finish.mutate(undefined)}
          >
            {t("follow_ups.finish")}
          </Button>
        </>
      }
    >
      <Link to={`/crm/${followUp.profile_id}`} className="text-ui-fg-interactive">
        {followUp.name}
      </Link>
    </CardRow>
  )
}
