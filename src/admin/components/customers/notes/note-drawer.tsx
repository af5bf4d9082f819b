import { Plus } from "@medusajs/icons"
import { Button, Drawer, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import { Controller, useForm } from "react-hook-form"
import type { NoteAnswer } from "../../../../contracts/customers/notes"
import { MOST_NOTE_SIGNS } from "../../../../rules/customers/notes/check-note"
import { NOTE_PRIORITIES, type NotePriority } from "../../../../rules/customers/states"
import { useCustomerProblemWords } from "../../../lib/customers/use-customer-problem-words"
import { profilePath } from "../../../lib/customers/use-profile"
import { fieldProblems, showProblems } from "../../../lib/field-problems"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { DateInput } from "../../ui/forms/date-input"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { Field } from "../../ui/forms/field"

interface NoteForm {
  text: string
  priority: NotePriority
  follow_up_on: string
}

interface NoteDrawerProps {
  profileId: string
  /** Null: a new one. */
  note: NoteAnswer | null
}

/** Writes a note, or edits one. */
export function NoteDrawer({ profileId, note }: NoteDrawerProps) {
  const { t } = useTexts("customers")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        {note ? (
          <Button size="small" variant="transparent">
            {t("edit")}
          </Button>
        ) : (
          <Button size="small" variant="secondary">
            <Plus />
            {t("notes.write")}
          </Button>
        )}
      </Drawer.Trigger>
      <Drawer.Content aria-describedby={undefined} onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t(note ? "notes.edit_title" : "notes.write_title")}</Drawer.Title>
        </Drawer.Header>
        {open && <NoteFields profileId={profileId} note={note} onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

function NoteFields({ profileId, note, onDone }: NoteDrawerProps & { onDone: () => void }) {
  const { t } = useTexts("customers")
  const id = useId()
  const inWords = useCustomerProblemWords()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm<NoteForm>({
    defaultValues: {
      text: note?.text ?? "",
      priority: note?.priority ?? "none",
      follow_up_on: note?.follow_up_on ?? "",
    },
  })
  const save = useChange({
    change: ({ follow_up_on, ...values }: NoteForm) =>
      sdk.client.fetch(note ? `/admin/crm/notes/${note.id}` : `${profilePath(profileId)}/notes`, {
        method: "POST",
        body: { ...values, follow_up_on: follow_up_on || null, ...(note ? { version: note.version } : { key }) },
      }),
    done: t("notes.saved"),
    onDone,
    inWords,
    changeOf: (field) => t(`notes.fields.${field}`),
    onRefused: (message) => showProblems(fieldProblems(message), form.setError, inWords),
  })
  const error = form.formState.errors.text?.message
  return (
    <DrawerForm
      action={t("common.save")}
      isPending={save.isPending}
      onSubmit={() => {
        form.clearErrors()
        return form.handleSubmit((values) => save.mutate(values))()
      }}
    >
      <Field label={t("notes.fields.text")} htmlFor={id} {...(error === undefined ? {} : { error })}>
        <Textarea
          id={id}
          rows={6}
          maxLength={MOST_NOTE_SIGNS}
          aria-invalid={error !== undefined}
          {...form.register("text", { validate: (text) => text.trim() !== "" || t("problems.required") })}
        />
      </Field>
      <Field label={t("notes.fields.priority")}>
        <Controller
          control={form.control}
          name="priority"
          render={({ field }) => (
            <Choice
              label={t("notes.fields.priority")}
              value={field.value}
              onChange={field.onChange}
              size="small"
              options={NOTE_PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) }))}
            />
          )}
        />
      </Field>
      <Field label={t("notes.fields.follow_up_on")} hint={t("notes.follow_up_hint")}>
        <Controller
          control={form.control}
          name="follow_up_on"
          render={({ field }) => (
            <DateInput
              label={t("notes.fields.follow_up_on")}
              value={field.value}
              onChange={field.onChange}
              invalid={form.formState.errors.follow_up_on !== undefined}
              modal
            />
          )}
        />
      </Field>
    </DrawerForm>
  )
}
