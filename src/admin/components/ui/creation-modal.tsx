import { FocusModal } from "@medusajs/ui"
import type { ReactNode } from "react"
import { focusOnOpen } from "../../lib/focus-first-field"

interface CreationModalProps {
  title: string
  /** Asks, where something was typed, and goes back to the list. */
  onLeave: () => void
  children: ReactNode
}

/** Something new is made in a layer over its list; the form in it brings its own heading and buttons. */
export function CreationModal({ title, onLeave, children }: CreationModalProps) {
  const leave = async () => {
    // The Escape that asked to leave is still on its way: it would answer the question, too.
    await new Promise((later) => setTimeout(later))
    onLeave()
  }
  return (
    <FocusModal open onOpenChange={(open) => !open && void leave()}>
      <FocusModal.Content aria-describedby={undefined} onOpenAutoFocus={focusOnOpen}>
        <FocusModal.Header>
          <FocusModal.Title asChild>
            <span className="sr-only">{title}</span>
          </FocusModal.Title>
        </FocusModal.Header>
        <FocusModal.Body className="bg-ui-bg-subtle isolate flex-1 overflow-y-auto p-3 sm:p-6">
          <div className="mx-auto w-full max-w-[1200px]">{children}</div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
