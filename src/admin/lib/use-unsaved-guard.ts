import { usePrompt } from "@medusajs/ui"
import { useCallback, useEffect, useRef } from "react"
import { useBlocker } from "react-router-dom"
import { useTexts } from "./use-texts"

/**
 * Asks before what was typed on a page is lost: by a link, by going back, or by closing the window. The answer lets go
 * of it: after it the page may be left at once.
 */
export function useUnsavedGuard(isDirty: boolean): () => void {
  const { t } = useTexts("ui")
  const prompt = usePrompt()
  const free = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && !free.current && currentLocation.pathname !== nextLocation.pathname,
  )
  const asked = useRef(false)

  useEffect(() => {
    // Asked once for each time that the way is blocked, and not again when something else is drawn anew.
    if (blocker.state !== "blocked" || asked.current) {
      return
    }
    asked.current = true
    const ask = async () => {
      const agreed = await prompt({
        title: t("common.leave_title"),
        description: t("common.leave_warning"),
        confirmText: t("common.leave"),
        cancelText: t("common.back"),
      })
      asked.current = false
      if (agreed) {
        blocker.proceed()
      } else {
        blocker.reset()
      }
    }
    void ask()
  }, [blocker, prompt, t])

  useEffect(() => {
    if (!isDirty) {
      return
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [isDirty])

  return useCallback(() => {
    free.current = true
  }, [])
}
