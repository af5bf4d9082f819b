import { Badge, Button, Text, clx } from "@medusajs/ui"
import type { NoteAnswer } from "../../../../contracts/customers/notes"
import { PRIORITY_STRIPES } from "../../../lib/customers/customer-colors"
import { sdk } from "../../../lib/sdk"
import { useClock } from "../../../lib/store/use-clock"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { DeleteMenu } from "../../ui/delete-menu"
import { NoteDrawer } from "./note-drawer"
import { NoteRevisions } from "./note-revisions"

const COLORS = { high: "red", medium: "orange", none: "grey" } as const

/** A note with its priority by colour and by word, who wrote it and when, and what is to be done with it. */
export function NoteItem({ note }: { note: NoteAnswer }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const clock = useClock()
  const path = `/admin/crm/notes/${note.id}`
  const remove = useChange({
    change: () => sdk.client.fetch(path, { method: "DELETE" }),
    done: t("notes.deleted"),
  })
  const finish = useChange({
    change: () => sdk.client.fetch(`${path}/follow-up`, { method: "POST", body: {} }),
    done: t("follow_ups.done"),
  })
  const isOpen = note.follow_up_on !== null && note.followed_up_at === null
  const isDue = isOpen && (note.follow_up_on ?? "") <= (clock.data?.clock.today ?? "")
  return (
    <li className={clx("flex flex-col gap-y-2 border-l-4 px-5 py-3", PRIORITY_STRIPES[note.priority])}>
      <div className="flex items-start justify-between gap-x-2">
        <p className="txt-small text-ui-fg-base min-w-0 whitespace-pre-wrap break-words">{note.text}</p>
        <DeleteMenu
          label={t("notes.delete")}
          title={t("notes.delete_title")}
          warning={t("notes.delete_warning")}
          onDelete={() => remove.mutate(undefined)}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {note.priority !== "none" && (
          <Badge size="2xsmall" color={COLORS[note.priority]}>
            {t(`priorities.${note.priority}`)}
          </Badge>
        )}
        {note.follow_up_on !== null && (
          <Badge size="2xsmall" color={isDue ? "red" : isOpen ? "blue" : "green"}>
            {t(isOpen ? "notes.follow_up_on" : "notes.followed_up", { date: format.date(note.follow_up_on) })}
          </Badge>
        )}
        <Text size="xsmall" className="text-ui-fg-subtle">
          {[note.author_name, format.instant(note.created_at)].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <div className="-ml-2 flex flex-wrap items-center gap-1">
        <NoteDrawer profileId={note.profile_id} note={note} />
        {isOpen && (
          <Button
            size="small"
            variant="transparent"
            isLoading={finish.isPending}
            onClick={() => finish.mutate(undefined)}
          >
            {t("follow_ups.finish")}
          </Button>
        )}
        {note.version > 1 && <NoteRevisions noteId={note.id} />}
      </div>
    </li>
  )
}
