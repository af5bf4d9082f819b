import { Button, usePrompt } from "@medusajs/ui"
import { OPEN_PRICE_CHANGES, type PriceChangeReply } from "../../../../rules/billing/states"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"
import { StateBadge } from "../state-badge"

type Change = NonNullable<SubscriptionDetailAnswer["price_change"]>

/** The latest new price that the customer was told of, or asked about. Nothing where there is none. */
export function PriceChangeSection({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const change = subscription.price_change
  if (!change) {
    return null
  }
  const kind = t(change.is_tax_inclusive ? "items.with_tax" : "items.without_tax")
  const dates = [
    ["price_changes.told_on", change.tell_on],
    ["price_changes.answer_until", change.answer_until],
    ["price_changes.answered_on", change.answered_on],
    ["price_changes.ends_on", change.ends_on],
  ] as const
  return (
    <Section
      title={
        <>
          {t("price_changes.one")}
          <StateBadge kind="price_change" state={change.status} />
        </>
      }
      actions={<PriceChangeActions id={subscription.id} change={change} />}
    >
      <FieldRow label={t("price_changes.prices")}>
        {format.money(change.from, change.currency_code)} → {format.money(change.to, change.currency_code)} {kind}
      </FieldRow>
      <FieldRow label={t("price_changes.effective_on")}>{format.date(change.effective_on)}</FieldRow>
      {dates.map(([label, date]) =>
        date ? (
          <FieldRow key={label} label={t(label)}>
            {format.date(date)}
          </FieldRow>
        ) : null,
      )}
      {change.without_consent && (
        <FieldRow label={t("price_changes.without_consent")}>
          {t(`price_changes.without.${change.without_consent}`)}
        </FieldRow>
      )}
    </Section>
  )
}

/** Records what the customer answered, or takes the new price back, as long as it does not hold. */
function PriceChangeActions({ id, change }: { id: string; change: Change }) {
  const { t } = useTexts("billing")
  const prompt = usePrompt()
  const at = `/admin/billing/subscriptions/${id}/price-change`
  const answer = useChange({
    change: (reply: PriceChangeReply) =>
      sdk.client.fetch(`${at}/answer`, { method: "POST", body: { reply, price_change_id: change.id } }),
    done: t("price_changes.answered"),
  })
  const withdraw = useChange({
    change: () => sdk.client.fetch(`${at}/withdraw`, { method: "POST", body: { price_change_id: change.id } }),
    done: t("price_changes.withdrawn"),
  })
  if (!OPEN_PRICE_CHANGES.some((open) => open === change.status)) {
    return null
  }
  const ask = async (title: string, hint: string, confirm: string) =>
    prompt({ title, description: hint, confirmText: confirm, cancelText: t("common.back") })
  const record = async (reply: PriceChangeReply) => {
    const hint = reply === "refuse" ? t(`price_changes.refuse_hints.${change.without_consent ?? "keep"}`) : ""
    const words = t(`price_changes.record_hints.${reply}`)
    if (await ask(t(`price_changes.record.${reply}`), `${words} ${hint}`.trim(), t(`price_changes.record.${reply}`))) {
      answer.mutate(reply)
    }
  }
  const takeBack = async () => {
    if (await ask(t("price_changes.withdraw_title"), t("price_changes.withdraw_hint"), t("price_changes.withdraw"))) {
      withdraw.mutate(undefined)
    }
  }
  return (
    <>
      {change.status === "asked" && (
        <>
          <Button size="small" variant="secondary" isLoading={answer.isPending} onClick={() => void record("accept")}>
            {t("price_changes.record.accept")}
          </Button>
          <Button size="small" variant="secondary" isLoading={answer.isPending} onClick={() => void record("refuse")}>
            {t("price_changes.record.refuse")}
          </Button>
        </>
      )}
      <Button size="small" variant="secondary" isLoading={withdraw.isPending} onClick={() => void takeBack()}>
        {t("price_changes.withdraw")}
      </Button>
    </>
  )
}
