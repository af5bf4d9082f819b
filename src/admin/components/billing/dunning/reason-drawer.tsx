import { Button, Drawer, Textarea } from "@medusajs/ui"
import { useId, useState, type ReactNode } from "react"
import { changedSince } from "../../../lib/changed-since"
import { useWords } from "../../../lib/billing/use-words"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { Field } from "../../ui/forms/field"

interface ReasonDrawerProps {
  action: string
  title: string
  hint: string
  done: string
  path: string
  /** What is sent beside the reason. */
  body?: Record<string, unknown>
  /** Fields above the reason. */
  children?: ReactNode
  /** What keeps it from being sent; undefined: nothing. */
  problem?: string | undefined
}

/** Something that is done with a reason, which the time line keeps. */
export function ReasonDrawer({ action, title, hint, done, path, body, children, problem }: ReasonDrawerProps) {
  const { t } = useTexts("billing")
  const { ofEvent } = useWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState("")
  const [isAsked, setAsked] = useState(false)
  const close = () => {
    setOpen(false)
    setReason("")
    setAsked(false)
  }
  const change = useChange({
    change: (given: string) => sdk.client.fetch(path, { method: "POST", body: { ...body, reason: given } }),
    changeOf: ofEvent,
    onRefused: (message) => changedSince(message) && close(),
    done,
    onDone: close,
  })
  const send = () => {
    setAsked(true)
    if (reason.trim() !== "" && problem === undefined) {
      change.mutate(reason.trim())
    }
  }
  return (
    <Drawer open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
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
          {isAsked && problem !== undefined && (
            <p role="alert" className="txt-small text-ui-fg-error">
              {problem}
            </p>
          )}
          <Field
            label={t("dunning.reason")}
            htmlFor={id}
            hint={t("dunning.reason_hint")}
            {...(isAsked && reason.trim() === "" ? { error: t("dunning.reason_missing") } : {})}
          >
            <Textarea id={id} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </DrawerForm>
      </Drawer.Content>
    </Drawer>
  )
}
