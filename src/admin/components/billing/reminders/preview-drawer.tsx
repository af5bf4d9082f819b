import { Button, Drawer, Tabs } from "@medusajs/ui"
import { useState } from "react"
import { REMINDER_LANGUAGES, type ReminderLanguage } from "../../../../rules/billing/reminders/reminder-settings"
import type { ReminderTemplate } from "../../../../rules/billing/reminders/reminder-templates"
import { useReminderPreview } from "../../../lib/billing/reminders/use-reminders"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"
import { MessageView } from "./message-view"

/** Shows a message with example data, in each language. */
export function PreviewDrawer({ template, language }: { template: ReminderTemplate; language: ReminderLanguage }) {
  const { t } = useTexts("billing")
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState<ReminderLanguage>(language)
  const query = useReminderPreview({ template, language: shown }, open)
  const name = t(`reminders.templates.${template.replace("billing.", "")}.name`)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary" type="button" aria-label={t("reminders.preview_named", { name })}>
          {t("reminders.preview")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{name}</Drawer.Title>
          <Drawer.Description>{t("reminders.preview_hint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <Tabs value={shown} onValueChange={(value) => setShown(value as ReminderLanguage)}>
            <Tabs.List className="px-6 pt-4" aria-label={t("reminders.language")}>
              {REMINDER_LANGUAGES.map((one) => (
                <Tabs.Trigger key={one} value={one}>
                  {t(`reminders.languages.${one}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </Tabs>
          <Loaded query={query} rows={6}>
            {({ message }) => <MessageView message={message} />}
          </Loaded>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
