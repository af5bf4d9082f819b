import { useEffect, useRef } from "react"

const FIELDS = "input:not([type=hidden]), textarea, [role=combobox], [role=radio], [role=switch]"

/** Gives the focus to the first field of what is drawn, once: who opens a form can type at once. */
export function useFirstFocus<T extends HTMLElement>(isWanted = true) {
  const ref = useRef<T>(null)
  useEffect(() => {
    if (isWanted) {
      ref.current?.querySelector<HTMLElement>(FIELDS)?.focus()
    }
  }, [isWanted])
  return ref
}
