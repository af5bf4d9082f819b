import { useEffect, useState } from "react"

/** A text that is typed here at once, and handed on when the typing pauses. Another from outside is taken over. */
export function useDebounced(value: string, onChange: (value: string) => void, ms = 300) {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === value) {
      return
    }
    const timer = setTimeout(() => onChange(typed), ms)
    return () => clearTimeout(timer)
  }, [typed, value, onChange, ms])
  return [typed, setTyped] as const
}
