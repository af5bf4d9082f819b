import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ReminderAnswer } from "../../../../contracts/billing/reminders"
import { REMINDER_STATUSES } from "../../../../rules/billing/reminders/reminder"
import { REMINDER_TEMPLATE_NAMES } from "../../../../rules/billing/reminders/reminder-templates"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<ReminderAnswer>()

export function useReminderFilters() {
  const { t } = useTexts("billing")
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.status"),
        options: REMINDER_STATUSES.map((status) => ({ value: status, label: t(`states.reminder.${status}`) })),
      }),
      helper.accessor("template", {
        type: "multiselect",
        searchable: false,
        label: t("reminders.message"),
        options: REMINDER_TEMPLATE_NAMES.map((template) => ({
          value: template,
          label: t(`reminders.templates.${template.replace("billing.", "")}.name`),
        })),
      }),
    ],
    [t],
  )
}
