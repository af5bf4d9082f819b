import { Button, Drawer, Textarea } from "@medusajs/ui"
import { useId, useState, type ReactNode } from "react"
import type { ServiceDetailAnswer } from "../../../../contracts/provisioning/services"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { Field } from "../../ui/forms/field"

interface NoteDrawerProps {
  id: string
  action: string
  title: string
  hint: string
  done: string
  /** What is sent beside the note. */
  body: Record<string, unknown>
  variant?: "secondary" | "danger"
  /** Fields above the note. */
  children?: ReactNode
}

/** Something that is done with a service, and why: the time line keeps it. */
export function NoteDrawer({ id, action, title, hint, done, body, variant = "secondary", children }: NoteDrawerProps) {
  const { t } = useTexts("provisioning")
  const field = useId()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState("")
  const [isAsked, setAsked] = useState(false)
  const close = () => {
    setOpen(false)
    setNote("")
    setAsked(false)
  }
  const change = useChange({
    change: (given: string) =>
      sdk.client.fetch<{ service: ServiceDetailAnswer }>(`/admin/provisioning/services/${id}`, {
        method: "POST",
        body: { ...body, note: given },
      }),
    done,
    onDone: close,
  })
  const send = () => {
    setAsked(true)
    if (note.trim()) {
      change.mutate(note.trim())
    }
  }
  return (
    <Drawer open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <Drawer.Trigger asChild>
        <Button size="small" variant={variant}>
          {action}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.Description>{hint}</Drawer.Description>
        </Drawer.Header>
        <DrawerForm action={action} isPending={change.isPending} onSubmit={send}>
          {children}
          <Field
            label={t("note.label")}
            htmlFor={field}
            hint={t("note.hint")}
            {...(isAsked && !note.trim() ? { error: t("note.missing") } : {})}
          >
            <Textarea id={field} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        </DrawerForm>
      </Drawer.Content>
    </Drawer>
  )
}
