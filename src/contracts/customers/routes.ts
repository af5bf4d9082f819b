import { z } from "@medusajs/framework/zod"
import { deletedAnswerSchema, type RouteContract } from "../route"
import { importAnswerSchema, importCustomersSchema } from "./imports"
import {
  duplicateListAnswerSchema,
  listDuplicatesSchema,
  mergePreviewAnswerSchema,
  mergeProfilesSchema,
  previewMergeSchema,
} from "./merging"
import {
  changeNoteSchema,
  followUpListAnswerSchema,
  listFollowUpsSchema,
  noteAnswerSchema,
  noteRevisionAnswerSchema,
  writeNoteSchema,
} from "./notes"
import { eraseCustomerSchema, erasedAnswerSchema, personalDataAnswerSchema } from "./personal-data"
import {
  createProfileSchema,
  filterProfilesSchema,
  linkCustomerSchema,
  listProfilesSchema,
  nothingSchema,
  profileDetailAnswerSchema,
  profileListAnswerSchema,
  updateProfileSchema,
} from "./profiles"
import { savedFilterAnswerSchema, saveFilterSchema } from "./saved-filters"

const PROFILES = "/admin/crm/profiles"
const PROFILE = "/admin/crm/profiles/:id"
const NOTE = "/admin/crm/notes/:id"

const profile = z.object({ profile: profileDetailAnswerSchema })
const note = z.object({ note: noteAnswerSchema })
const notes = z.object({ notes: z.array(noteAnswerSchema) })

const profiles: RouteContract[] = [
  {
    method: "GET",
    path: PROFILES,
    caller: "admin",
    summary: "Customers' profiles, the last touched first, with the counts beside the filters",
    query: listProfilesSchema,
    answer: profileListAnswerSchema,
  },
  {
    method: "POST",
    path: PROFILES,
    caller: "admin",
    summary: "Makes a lead, or the profile of a Medusa customer",
    body: createProfileSchema,
    status: 201,
    answer: profile,
  },
  {
    method: "GET",
    path: `${PROFILES}/csv`,
    caller: "admin",
    summary: "Customers as a file, as they are filtered",
    query: filterProfilesSchema,
    answer: "text/csv",
  },
  {
    method: "GET",
    path: PROFILE,
    caller: "admin",
    summary: "A customer's profile with its time line and its history of temperatures",
    answer: profile,
  },
  {
    method: "POST",
    path: PROFILE,
    caller: "admin",
    summary: "Changes a profile; what is left out stays",
    body: updateProfileSchema,
    answer: profile,
  },
  {
    method: "POST",
    path: `${PROFILE}/customers`,
    caller: "admin",
    summary: "Links a Medusa customer to a profile",
    body: linkCustomerSchema,
    answer: profile,
  },
  {
    method: "GET",
    path: "/admin/crm/customers/:id",
    caller: "admin",
    summary: "The profile of a Medusa customer; null where there is none yet",
    answer: z.object({ profile: profileDetailAnswerSchema.nullable() }),
  },
  {
    method: "POST",
    path: "/admin/crm/customers/:id",
    caller: "admin",
    summary: "Makes the profile of a Medusa customer, where there is none",
    body: nothingSchema,
    answer: profile,
  },
]

const ofNotes: RouteContract[] = [
  {
    method: "GET",
    path: `${PROFILE}/notes`,
    caller: "admin",
    summary: "A customer's notes, the most urgent first, then the newest",
    answer: notes,
  },
  {
    method: "POST",
    path: `${PROFILE}/notes`,
    caller: "admin",
    summary: "Writes a note",
    body: writeNoteSchema,
    status: 201,
    answer: note,
  },
  {
    method: "POST",
    path: NOTE,
    caller: "admin",
    summary: "Edits a note; what it said is kept",
    body: changeNoteSchema,
    answer: note,
  },
  {
    method: "DELETE",
    path: NOTE,
    caller: "admin",
    summary: "Deletes a note",
    answer: deletedAnswerSchema("customers_note"),
  },
  {
    method: "GET",
    path: `${NOTE}/revisions`,
    caller: "admin",
    summary: "What a note said before it was edited, the latest first",
    answer: z.object({ revisions: z.array(noteRevisionAnswerSchema) }),
  },
  {
    method: "POST",
    path: `${NOTE}/follow-up`,
    caller: "admin",
    summary: "Says that a note was followed up",
    body: nothingSchema,
    answer: note,
  },
  {
    method: "GET",
    path: "/admin/crm/follow-ups",
    caller: "admin",
    summary: "Notes to come back to by today, the earliest date first",
    query: listFollowUpsSchema,
    answer: followUpListAnswerSchema,
  },
]

const filters: RouteContract[] = [
  {
    method: "GET",
    path: "/admin/crm/filters",
    caller: "admin",
    summary: "The filters that a user has saved",
    answer: z.object({ filters: z.array(savedFilterAnswerSchema) }),
  },
  {
    method: "POST",
    path: "/admin/crm/filters",
    caller: "admin",
    summary: "Saves a filter under a name",
    body: saveFilterSchema,
    status: 201,
    answer: z.object({ filter: savedFilterAnswerSchema }),
  },
  {
    method: "DELETE",
    path: "/admin/crm/filters/:id",
    caller: "admin",
    summary: "Deletes a saved filter",
    answer: deletedAnswerSchema("customers_saved_filter"),
  },
]

const wholesale: RouteContract[] = [
  {
    method: "POST",
    path: "/admin/crm/imports",
    caller: "admin",
    summary: "Imports customers of a CSV file, all or nothing, or says what it would do",
    body: importCustomersSchema,
    answer: z.object({ import: importAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/crm/duplicates",
    caller: "admin",
    summary: "Customers with the same e-mail or phone",
    query: listDuplicatesSchema,
    answer: duplicateListAnswerSchema,
  },
  {
    method: "GET",
    path: `${PROFILE}/merge`,
    caller: "admin",
    summary: "What merging another customer into this one would do; nothing is stored",
    query: previewMergeSchema,
    answer: z.object({ merge: mergePreviewAnswerSchema }),
  },
  {
    method: "POST",
    path: `${PROFILE}/merge`,
    caller: "admin",
    summary: "Merges another customer into this one, with nothing lost",
    body: mergeProfilesSchema,
    answer: profile,
  },
  {
    method: "GET",
    path: `${PROFILE}/personal-data`,
    caller: "admin",
    summary: "All that the store keeps of a person, to be handed to them",
    answer: personalDataAnswerSchema,
  },
  {
    method: "POST",
    path: `${PROFILE}/erase`,
    caller: "admin",
    summary: "Erases a person; orders and issued invoices stay for the legal period",
    body: eraseCustomerSchema,
    answer: erasedAnswerSchema,
  },
]

export const customersRoutes: readonly RouteContract[] = [...profiles, ...ofNotes, ...filters, ...wholesale]
