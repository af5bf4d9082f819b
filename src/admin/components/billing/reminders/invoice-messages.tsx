import type { ReminderListAnswer } from "../../../../contracts/billing/reminders"
import { useWords } from "../../../lib/billing/use-words"
import { queryKeys } from "../../../lib/query-keys"
import { useFormat } from "../../../lib/use-format"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { StateBadge } from "../state-badge"
import { ReminderDrawer } from "./reminder-drawer"

const MOST = 50

/** What was sent to the customer about an invoice, and what could not be; each can be read and sent again. */
export function InvoiceMessages({ invoiceId }: { invoiceId: string }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  const query = useList<ReminderListAnswer>(queryKeys.reminders, "billing/reminders", {
    invoice_id: invoiceId,
    limit: MOST,
  })
  return (
    <Section title={t("reminders.title")}>
      <Loaded query={query} rows={2}>
        {({ reminders }) =>
          reminders.length === 0 ? (
            <EmptyNote title={t("reminders.none_of_invoice")} />
          ) : (
            <ul className="divide-y">
              {reminders.map((reminder) => (
                <CardRow
                  key={reminder.id}
                  hint={[
                    format.date(reminder.sent_on ?? reminder.on_date),
                    reminder.recipient,
                    reminder.reason && words.ofReason(reminder.reason),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                  end={
                    <>
                      <StateBadge kind="reminder" state={reminder.status} />
                      <ReminderDrawer reminder={reminder} />
                    </>
                  }
                >
                  {words.ofMessage(reminder.template)}
                </CardRow>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
