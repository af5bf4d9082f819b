import { Button, Text } from "@medusajs/ui"
import type { ExitAnswer } from "../../../../contracts/billing/exits/exits"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** What became of the acknowledgement, and the button that sends it once more. */
export function ExitMail({ exit }: { exit: ExitAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const send = useChange({
    change: () => sdk.client.fetch(`/admin/billing/exits/${exit.id}/mail`, { method: "POST", body: {} }),
    done: t("exits.mail_done"),
  })
  return (
    <div className="flex flex-col items-start gap-y-2">
      {exit.mail_status === "sent" && exit.mail_sent_at
        ? t("exits.mail_sent", { date: format.instant(exit.mail_sent_at) })
        : t(`exits.mail_${exit.mail_status}`)}
      {exit.mail_reason && (
        <Text size="small" className="text-ui-fg-error break-words">
          {exit.mail_reason}
        </Text>
      )}
      <Button size="small" variant="secondary" isLoading={send.isPending} onClick={() => send.mutate(undefined)}>
        {t("exits.mail_again")}
      </Button>
    </div>
  )
}
