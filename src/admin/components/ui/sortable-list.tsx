import { DotsSix } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from "react"
import { moved } from "../../lib/moved"
import { useTexts } from "../../lib/use-texts"

interface SortableListProps<T> {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  nameOf: (item: T, index: number) => string
  /** Takes the item to its new place. The list waits for it, and then shows `items` again, whatever came of it. */
  onMove: (from: number, to: number) => unknown
  className?: string
  rowClassName?: string
  children: (item: T, index: number) => ReactNode
}

interface Drag {
  from: number
  to: number
}

/** Rows whose order is changed at a handle: by dragging it, or with the arrow keys while it has the focus. */
export function SortableList<T>(props: SortableListProps<T>) {
  const { label, items, keyOf, nameOf, onMove, className, rowClassName, children } = props
  const { t } = useTexts("ui")
  const [drag, setDrag] = useState<Drag | null>(null)
  const [held, setHeld] = useState(false)
  const [announcement, setAnnouncement] = useState("")
  const rows = useRef(new Map<string, HTMLLIElement>())
  const focus = useRef<string | null>(null)
  const shown = drag ? moved(items, drag.from, drag.to) : items

  // A row that moves in the page loses the focus, so it is restored.
  useLayoutEffect(() => {
    if (focus.current) {
      rows.current.get(focus.current)?.querySelector<HTMLElement>("[data-handle]")?.focus()
    }
  })

  const put = async (from: number, to: number) => {
    const item = items[from]
    if (item === undefined || to < 0 || to >= items.length || from === to) {
      setDrag(null)
      return
    }
    setDrag({ from, to })
    setAnnouncement(t("sorting.moved", { name: nameOf(item, from), place: to + 1, count: items.length }))
    try {
      await onMove(from, to)
    } finally {
      setDrag(null)
    }
  }
  const placeAt = (y: number, from: number): number =>
    items.filter((item, index) => {
      const box = rows.current.get(keyOf(item))?.getBoundingClientRect()
      return index !== from && box && box.top + box.height / 2 < y
    }).length
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0
    if (step !== 0) {
      event.preventDefault()
      // One move after another: the place that a move counts from is known when the one before has arrived.
      void (drag ?? put(index, index + step))
    }
  }
  const onDown = (event: PointerEvent<HTMLElement>, from: number) => {
    event.preventDefault()
    event.currentTarget.focus()
    setHeld(true)
    setDrag({ from, to: from })
  }
  const letGo = (isWanted: boolean) => {
    setHeld(false)
    if (drag && isWanted) {
      void put(drag.from, drag.to)
    } else {
      setDrag(null)
    }
  }

  // Listens on the window: a row that moves in the page loses pointer capture.
  useEffect(() => {
    if (!held || !drag) {
      return
    }
    const hearing = new AbortController()
    const { signal } = hearing
    const onMovePointer = (event: globalThis.PointerEvent) =>
      setDrag({ ...drag, to: placeAt(event.clientY, drag.from) })
    window.addEventListener("pointermove", onMovePointer, { signal })
    window.addEventListener("pointerup", () => letGo(true), { signal })
    window.addEventListener("pointercancel", () => letGo(false), { signal })
    return () => hearing.abort()
  })

  return (
    <>
      <ol aria-label={label} className={className}>
        {shown.map((item) => {
          const key = keyOf(item)
          const index = items.indexOf(item)
          return (
            <li
              key={key}
              ref={(row) => void (row ? rows.current.set(key, row) : rows.current.delete(key))}
              className={clx("flex min-w-0 items-start gap-x-2", rowClassName, {
                "opacity-60": held && drag?.from === index,
              })}
            >
              <button
                type="button"
                data-handle
                aria-label={t("sorting.handle", { name: nameOf(item, index), place: index + 1, count: items.length })}
                title={t("sorting.hint")}
                className="text-ui-fg-muted hover:text-ui-fg-base focus-visible:shadow-borders-focus flex size-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-md outline-none active:cursor-grabbing"
                onFocus={() => (focus.current = key)}
                onBlur={(event) => event.currentTarget.isConnected && (focus.current = null)}
                onKeyDown={(event) => onKeyDown(event, index)}
                onPointerDown={(event) => onDown(event, index)}
              >
                <DotsSix />
              </button>
              <div className="min-w-0 flex-1">{children(item, index)}</div>
            </li>
          )
        })}
      </ol>
      <span aria-live="polite" className="sr-only">
        {announcement}
      </span>
    </>
  )
}
