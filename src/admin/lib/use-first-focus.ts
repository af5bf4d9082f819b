import { useEffect, useRef } from "react"
import { focusFirstField } from "./focus-first-field"

/** Gives the focus to the first field of what is drawn, once. */
export function useFirstFocus<T extends HTMLElement>(isWanted = true) {
  const ref = useRef<T>(null)
  useEffect(() => {
    if (isWanted) {
      focusFirstField(ref.current)
    }
  }, [isWanted])
  return ref
}
