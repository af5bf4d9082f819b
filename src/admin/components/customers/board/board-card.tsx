import { useDraggable } from "@dnd-kit/core"
import { EllipsisHorizontal } from "@medusajs/icons"
import { Badge, IconButton, Text, clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ListedProfileAnswer } from "../../../../contracts/customers/profiles"
import type { Temperature } from "../../../../rules/customers/states"
import { useTexts } from "../../../lib/use-texts"
import { TemperatureMenu } from "../profiles/temperature-menu"

interface BoardCardProps {
  profile: ListedProfileAnswer
  /** The one under the pointer while it is dragged. */
  isOverlay?: boolean
  onMove: (to: Temperature) => void
}

/** A customer on the board: dragged by a pointer, or moved by its menu with the keyboard. */
export function BoardCard({ profile, isOverlay = false, onMove }: BoardCardProps) {
  const { t } = useTexts("customers")
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: isOverlay ? `${profile.id} dragged` : profile.id,
    data: { profile },
    disabled: isOverlay,
  })
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      data-board-card={profile.name}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest flex min-w-0 cursor-grab flex-col gap-y-1 rounded-md p-3",
        isDragging && "opacity-40",
        isOverlay && "shadow-elevation-flyout cursor-grabbing",
      )}
    >
      <div className="flex min-w-0 items-start justify-between gap-x-2">
        <Link
          to={`/crm/${profile.id}`}
          draggable={false}
          className="txt-compact-small-plus focus-visible:shadow-borders-focus min-w-0 break-words rounded-sm outline-none"
        >
          {profile.name}
        </Link>
        <TemperatureMenu
          profile={profile}
          onMove={onMove}
          trigger={
            <IconButton size="2xsmall" variant="transparent" aria-label={t("board.move", { name: profile.name })}>
              <EllipsisHorizontal />
            </IconButton>
          }
        />
      </div>
      {profile.note_preview && (
        <Text size="xsmall" className="text-ui-fg-subtle line-clamp-2 break-words">
          {profile.note_preview}
        </Text>
      )}
      <div className="flex flex-wrap gap-1">
        <Badge size="2xsmall">{t(`statuses.${profile.status}`)}</Badge>
        {profile.is_stale && (
          <Badge size="2xsmall" color="orange">
            {t("search.stale")}
          </Badge>
        )}
      </div>
    </div>
  )
}
