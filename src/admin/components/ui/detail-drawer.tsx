import { Button, Drawer } from "@medusajs/ui"
import { useState, type ReactNode } from "react"

interface DetailDrawerProps {
  /** The button that opens it. */
  label: string
  title: string
  hint?: string
  variant?: "secondary" | "transparent"
  children: ReactNode
}

/** The detail below a compact card: opened from it, wide enough for tables, drawn only while it is open. */
export function DetailDrawer({ label, title, hint, variant = "secondary", children }: DetailDrawerProps) {
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant={variant} type="button">
          {label}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content className="sm:max-w-[760px]" {...(hint ? {} : { "aria-describedby": undefined })}>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          {hint && <Drawer.Description>{hint}</Drawer.Description>}
        </Drawer.Header>
        <Drawer.Body className="isolate overflow-y-auto p-0">{open && children}</Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
