import { Text } from "@medusajs/ui"
import type { ReminderMessageAnswer } from "../../../../contracts/billing/reminders"
import { useTexts } from "../../../lib/use-texts"

/** A message as its reader sees it. The frame runs no script and sends nothing anywhere. */
export function MessageView({ message }: { message: ReminderMessageAnswer }) {
  const { t } = useTexts("billing")
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div>
        <Text size="small" className="text-ui-fg-subtle">
          {t("reminders.subject")}
        </Text>
        <Text size="small" weight="plus" className="break-words">
          {message.subject}
        </Text>
      </div>
      <iframe
        title={message.subject}
        sandbox=""
        srcDoc={message.html}
        className="border-ui-border-base h-[420px] w-full rounded-lg border bg-white"
      />
      <details>
        <summary className="txt-small text-ui-fg-subtle cursor-pointer">{t("reminders.as_text")}</summary>
        <pre className="txt-small text-ui-fg-base mt-2 whitespace-pre-wrap break-words font-sans">{message.text}</pre>
      </details>
    </div>
  )
}
