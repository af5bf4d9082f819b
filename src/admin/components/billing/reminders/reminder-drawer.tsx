import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { ReminderAnswer, ReminderDetailAnswer } from "../../../../contracts/billing/reminders"
import { useReminder } from "../../../lib/billing/reminders/use-reminders"
import { useWords } from "../../../lib/billing/use-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"
import { MessageView } from "./message-view"

/** Opens a message: what it said, and what became of it. */
export function ReminderDrawer({ reminder }: { reminder: ReminderAnswer }) {
  const { t } = useTexts("billing")
  const words = useWords()
  const [open, setOpen] = useState(false)
  const query = useReminder(reminder.id, open)
  const name = words.ofMessage(reminder.template)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button
          size="small"
          variant="transparent"
          aria-label={t("reminders.show_named", { name, to: reminder.recipient ?? "–" })}
        >
          {t("reminders.show")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{name}</Drawer.Title>
          <Drawer.Description>{reminder.recipient ?? t("reminders.no_recipient")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <Loaded query={query} rows={6}>
            {({ reminder: whole }) => <Opened reminder={whole} />}
          </Loaded>
        </Drawer.Body>
        <Drawer.Footer>
          <SendAgain reminder={reminder} />
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Opened({ reminder }: { reminder: ReminderDetailAnswer }) {
  const { t } = useTexts("billing")
  const words = useWords()
  return (
    <>
      {reminder.reason && (
        <Text size="small" className="text-ui-fg-error break-words px-6 pt-4">
          {words.ofReason(reminder.reason)}
        </Text>
      )}
      {reminder.subscription_id && (
        <Link
          to={`/billing/subscriptions/${reminder.subscription_id}`}
          className="txt-small text-ui-fg-interactive block px-6 pt-4"
        >
          {t("reminders.to_subscription")}
        </Link>
      )}
      {reminder.message ? (
        <MessageView message={reminder.message} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("reminders.never_sent")}
        </Text>
      )}
    </>
  )
}

const CAN_BE_SENT = ["sent", "failed", "skipped"]

function SendAgain({ reminder }: { reminder: ReminderAnswer }) {
  const { t } = useTexts("billing")
  const send = useChange({
    change: () =>
      sdk.client.fetch<{ reminder: ReminderDetailAnswer }>(`/admin/billing/reminders/${reminder.id}/send`, {
        method: "POST",
        body: {},
      }),
    done: t("reminders.sent_again"),
  })
  return (
    <Button
      size="small"
      disabled={!CAN_BE_SENT.includes(reminder.status)}
      isLoading={send.isPending}
      onClick={() => send.mutate(undefined)}
    >
      {t("reminders.send_again")}
    </Button>
  )
}
