import { Text } from "@medusajs/ui"
import type { CallDetailAnswer } from "../../../../contracts/provisioning/services"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { EmptyNote } from "../../ui/empty-note"
import { Section } from "../../ui/section"
import { CallBadge } from "./service-badge"

/** What the provider was asked for, the latest first, each with its tries and answers. */
export function ServiceCalls({ calls }: { calls: CallDetailAnswer[] }) {
  const { t } = useTexts("provisioning")
  const format = useFormat()
  const words = useServiceWords()
  return (
    <Section title={t("calls.title")} hint={t("calls.hint")}>
      {calls.length === 0 ? (
        <EmptyNote title={t("calls.empty")} hint={t("calls.empty_hint")} />
      ) : (
        <ul className="divide-y">
          {calls.map((call) => (
            <CardRow
              key={call.id}
              hint={[
                format.instant(call.created_at),
                t("calls.tries", { count: call.attempts }),
                call.status === "waiting" && call.next_try_at
                  ? t("calls.next", { at: format.instant(call.next_try_at) })
                  : null,
                call.status === "succeeded" ? null : call.reason,
              ]
                .filter(Boolean)
                .join(" · ")}
              end={
                <>
                  <CallBadge status={call.status} />
                  <DetailDrawer label={t("calls.show")} title={words.ofAction(call.action)} variant="transparent">
                    <CallDetail call={call} />
                  </DetailDrawer>
                </>
              }
            >
              {words.ofAction(call.action)}
            </CardRow>
          ))}
        </ul>
      )}
    </Section>
  )
}

function CallDetail({ call }: { call: CallDetailAnswer }) {
  const { t } = useTexts("provisioning")
  const format = useFormat()
  return (
    <div className="divide-y">
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small" weight="plus">
          {t("calls.request")}
        </Text>
        <Json value={call.request} />
      </div>
      {call.tries.map((one) => (
        <div key={one.number} className="flex flex-col gap-y-2 px-6 py-4">
          <Text size="small" weight="plus">
            {t("calls.try_number", { number: one.number })} · {t(`outcomes.${one.outcome}`)}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {format.instant(one.created_at)} · {t("calls.milliseconds", { time: format.number(one.milliseconds) })}
          </Text>
          {one.reason && (
            <Text size="small" className="text-ui-fg-error break-words">
              {one.reason}
            </Text>
          )}
          {one.answer && <Json value={one.answer} />}
        </div>
      ))}
    </div>
  )
}

function Json({ value }: { value: unknown }) {
  return (
    <pre className="txt-xsmall bg-ui-bg-subtle text-ui-fg-base max-h-[320px] overflow-auto rounded-lg p-3">
      {JSON.stringify(value, null, 2)}
    </pre>
  )
}
