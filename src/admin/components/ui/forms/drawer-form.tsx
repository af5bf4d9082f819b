import { Button, Drawer } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTexts } from "../../../lib/use-texts"

interface DrawerFormProps {
  /** The fields. */
  children: ReactNode
  /** What is done, in a word or two. */
  action: string
  isPending: boolean
  onSubmit: () => unknown
}

/** A form that fills an open drawer: its fields, and below them the way back and what is done. */
export function DrawerForm({ children, action, isPending, onSubmit }: DrawerFormProps) {
  const { t } = useTexts("ui")
  return (
    <form
      noValidate
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">{children}</Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("common.back")}
          </Button>
        </Drawer.Close>
        <Button size="small" type="submit" isLoading={isPending}>
          {action}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
