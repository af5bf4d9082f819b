import { Button } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

/** A link that leads on, drawn as a button. */
export function LinkButton({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Button size="small" variant="secondary" asChild>
      <Link to={to}>{children}</Link>
    </Button>
  )
}
