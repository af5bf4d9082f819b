import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useNotes } from "../../../lib/customers/use-profile"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { NoteDrawer } from "./note-drawer"
import { NoteItem } from "./note-item"

/** A customer's notes, the most urgent first, then the newest (C5). */
export function ProfileNotes({ profileId, most }: { profileId: string; most?: number }) {
  const { t } = useTexts("customers")
  const [all, setAll] = useState(false)
  const query = useNotes(profileId)
  return (
    <Section title={t("notes.title")} actions={<NoteDrawer profileId={profileId} note={null} />}>
      <Loaded query={query} rows={2}>
        {(notes) =>
          notes.length === 0 ? (
            <EmptyNote title={t("notes.empty")} hint={t("notes.empty_hint")} />
          ) : (
            <>
              <ul className="divide-y" aria-label={t("notes.title")}>
                {notes.slice(0, all ? undefined : most).map((note) => (
                  <NoteItem key={note.id} note={note} />
                ))}
              </ul>
              {most !== undefined && notes.length > most && !all && (
                <div className="px-6 py-3">
                  <Button size="small" variant="transparent" onClick={() => setAll(true)}>
                    {t("notes.all", { count: notes.length })}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
