import { InlineTip } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"

/** Says by what messages are sent, or that nothing is. */
export function ProviderNote({ provider }: { provider: string | null }) {
  const { t } = useTexts("billing")
  return provider === null ? (
    <InlineTip variant="warning" label={t("reminders.no_provider")}>
      {t("reminders.no_provider_hint")}
    </InlineTip>
  ) : (
    <InlineTip variant="info" label={t("reminders.provider")}>
      {provider}
    </InlineTip>
  )
}
