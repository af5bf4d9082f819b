import { DndContext, DragOverlay, PointerSensor, useSensor, useSensors, type DragEndEvent } from "@dnd-kit/core"
import { useState } from "react"
import type { ListedProfileAnswer } from "../../../../contracts/customers/profiles"
import { TEMPERATURES, type Temperature } from "../../../../rules/customers/states"
import { useTemperatureChange } from "../../../lib/customers/use-temperature-change"
import type { ProfileFilters } from "../../../lib/customers/use-profile-filters"
import { useTexts } from "../../../lib/use-texts"
import { BoardCard } from "./board-card"
import { BoardColumn } from "./board-column"

/** So far before a press is a drag: a card is a link, too. */
const DRAG_AFTER_PIXELS = 6

interface Moved {
  profile: ListedProfileAnswer
  to: Temperature
}

/** Customers by temperature. A card is dragged to another column, or moved there by its menu. */
export function CustomerBoard({ filters }: { filters: ProfileFilters }) {
  const { t } = useTexts("customers")
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DRAG_AFTER_PIXELS } }))
  const [dragged, setDragged] = useState<ListedProfileAnswer | null>(null)
  /** Shown in its new column until the store has answered. */
  const [moved, setMoved] = useState<Moved | null>(null)
  const [said, setSaid] = useState("")
  const change = useTemperatureChange()

  const move = async (profile: ListedProfileAnswer, to: Temperature) => {
    if (profile.temperature === to || moved) {
      return
    }
    setMoved({ profile, to })
    try {
      await change.mutateAsync({ profile, temperature: to })
      setSaid(t("board.moved", { name: profile.name, temperature: t(`temperatures.${to}`) }))
    } catch {
      // What went wrong is said by the change itself; the card goes back.
    } finally {
      setMoved(null)
    }
  }
  const end = ({ active, over }: DragEndEvent) => {
    setDragged(null)
    const profile = active.data.current?.["profile"] as ListedProfileAnswer | undefined
    const to = TEMPERATURES.find((temperature) => temperature === over?.id)
    if (profile && to) {
      void move(profile, to)
    }
  }

  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => setDragged((active.data.current?.["profile"] as ListedProfileAnswer) ?? null)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={end}
    >
      <div className="grid grid-cols-1 gap-3 px-4 py-4 sm:px-6 md:grid-cols-2 xl:grid-cols-4">
        {TEMPERATURES.filter((one) => filters.temperature.length === 0 || filters.temperature.includes(one)).map(
          (temperature) => (
            <BoardColumn
              key={temperature}
              temperature={temperature}
              filters={filters}
              moved={moved}
              onMove={(profile, to) => void move(profile, to)}
            />
          ),
        )}
      </div>
      <DragOverlay>{dragged && <BoardCard profile={dragged} isOverlay onMove={() => undefined} />}</DragOverlay>
      <span className="sr-only" aria-live="polite">
        {said}
      </span>
    </DndContext>
  )
}
